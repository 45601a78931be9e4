"""The loopback server: keep-alive, its log, and a clean end."""

import http.client
import threading

import pytest

from blitar_scraper.demo import Response, SampleSite, serve


@pytest.fixture
def server():
    with serve(SampleSite()) as running:
        yield running


@pytest.fixture
def client(server):
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=10)
    yield connection
    connection.close()


def ask(client: http.client.HTTPConnection, target: str, method: str = "GET", **headers: str):
    client.request(method, target, headers=headers)
    response = client.getresponse()
    return response, response.read()


def test_it_serves_the_site_on_loopback(server, client):
    response, body = ask(client, server.site.known_article.path)
    assert server.url.startswith("http://127.0.0.1:")
    assert response.status == 200
    assert server.site.known_article.title in body.decode()


def test_one_connection_serves_many_requests(server, client):
    ask(client, "/")
    first = client.sock
    for target in ("/beranda?page=2", "/tidak-ada", "/favicon.svg", "/uploads/berita/a.jpg", "/uploads/dokumen/a.pdf"):
        ask(client, target)
    assert first is not None
    assert client.sock is first


def test_the_log_has_every_request_in_order_with_its_headers(server, client):
    ask(client, "/robots.txt", **{"User-Agent": "a reader"})
    ask(client, "/beranda?page=2")
    ask(client, "/berita", "HEAD")
    assert [(request.method, request.target) for request in server.requests] == [
        ("GET", "/robots.txt"),
        ("GET", "/beranda?page=2"),
        ("HEAD", "/berita"),
    ]
    assert server.requests[0].headers["user-agent"] == "a reader"
    assert (server.requests[1].path, server.requests[1].query) == ("/beranda", {"page": "2"})


def test_head_has_the_headers_of_get_and_no_body_and_is_no_view(server, client):
    article = server.site.known_article
    before = server.site.views(article)
    response, body = ask(client, article.path, "HEAD")
    assert (response.status, body) == (200, b"")
    assert int(response.headers["Content-Length"]) > 3000
    assert server.site.views(article) == before


def test_other_methods_are_refused(client):
    assert ask(client, "/berita", "POST")[0].status == 405


def test_a_transfer_can_be_cut_short(server, client):
    server.site.overrides["/beranda"] = Response(200, {"Content-Type": "text/html"}, b"x" * 1000, sent=10)
    with pytest.raises(http.client.IncompleteRead):
        ask(client, "/beranda")


def test_closing_ends_open_connections_and_leaves_no_thread_behind():
    before = threading.active_count()
    server = serve(SampleSite())
    client = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=10)
    ask(client, "/")
    assert threading.active_count() > before
    server.close()
    assert threading.active_count() == before
    client.close()


def test_several_clients_are_served_at_once_and_every_view_is_counted(server):
    article = server.site.known_article
    before = server.site.views(article)

    def read() -> None:
        client = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=10)
        for _ in range(5):
            ask(client, article.path)
        client.close()

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.site.views(article) == before + 20
    assert len(server.requests) == 20
