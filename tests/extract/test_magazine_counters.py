"""Magazine themes print comments and shares between date and views: each number is what its icon or label says."""
# ruff: noqa: E501 -- markup reads better unbroken

import pytest

from tests.extract.test_created_and_changed import read

DATE = "<span class='date'>27 September 2024</span>"
BYLINES = {
    "icons": f"<div>{DATE}<div class='comments'><a href='#c'><i class='icon-comments'></i>3</a></div><div class='post-views'><i class='icon-views'></i><span>3787</span></div></div>",
    "icon and text": f"<div>{DATE}<div><a href='#c'><i class='icon-comments'></i>0</a></div><div class='post-views'><i class='icon-views'></i>3787</div></div>",
    "labels below": f"<div>{DATE}</div><div class='share'><div><div>20</div><span>SHARES</span></div><div><div>3787</div> <span>VIEWS</span></div></div>",
    "labels below, views first": f"<div>{DATE}</div><div class='share'><div><div>3787</div> <span>VIEWS</span></div><div><div>20</div><span>SHARES</span></div></div>",
}


@pytest.mark.parametrize("form", BYLINES)
def test_the_views_are_told_from_comments_and_shares(form):
    assert read(BYLINES[form])[1:] == ("2024-09-27", 3787)


@pytest.mark.parametrize("other", ["<i class='icon-comments'></i>3", "20 Shares", "<div>20</div><span>SHARES</span>"])
def test_comments_and_shares_alone_are_no_views(other):
    assert read(f"<div>{DATE}</div><div class='share'>{other}</div>")[1:] == ("2024-09-27", None)
