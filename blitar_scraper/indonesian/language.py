"""Which language a text is written in, where its small words leave no doubt."""

from __future__ import annotations

from blitar_scraper.indonesian.splitting import list_letters

# The most frequent words that the two languages do not share.
_WORDS = {
    "id": frozenset(
        "yang dan di ini dengan untuk dari pada dalam tidak akan oleh ke juga telah adalah sebagai para serta atau kami"
        " kita dapat bisa itu tersebut secara kepada karena agar sudah lebih bagi saat ada".split()
    ),
    "en": frozenset(
        "the and of to in is that for with was as are this by be from at which have has it an not were their been"
        " its".split()
    ),
}
# In running Indonesian about one word in five is one of these; one in twenty over at least 20 words is beyond chance.
_FEWEST_WORDS, _LEAST_SHARE = 20, 0.05


# Characters: 50 words from each of three places tell as much as the whole of a long text.
_SAMPLE = 350


def _sample(text: str) -> str:
    """A long text's beginning, middle and end: a text in two languages has both in these."""
    middle = (len(text) - _SAMPLE) // 2
    return text if len(text) <= 3 * _SAMPLE else f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]} {text[-_SAMPLE:]}"


def language_of(text: str) -> str | None:
    """`id`, `en`, or None where the text is too short or mixed to be certain."""
    words = list_letters(_sample(text))
    if len(words) < _FEWEST_WORDS:
        return None
    shares = {code: sum(map(small.__contains__, words)) / len(words) for code, small in _WORDS.items()}
    best, other = sorted(shares, key=lambda code: -shares[code])
    if shares[best] < _LEAST_SHARE or shares[best] < 3 * shares[other]:
        return None
    return best
