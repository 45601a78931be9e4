"""Bounds of a single answer, and the names of what goes wrong with a connection."""

import pytest
from OpenSSL import SSL
from scrapy.exceptions import CannotResolveHostError, DownloadFailedError
from service_identity import VerificationError
from twisted.internet.testing import StringTransport
from twisted.python.failure import Failure
from twisted.web._newclient import ParseError, Request, ResponseNeverReceived
from twisted.web.http_headers import Headers

from blitar_scraper.crawling.answers.downloading import MOST_HEADERS, HeadersTooLarge, _Protocol
from blitar_scraper.crawling.manners import outages
from blitar_scraper.spiders.failures import problem_of_error


def asked() -> tuple[_Protocol, StringTransport, list]:
    """A connection on which a request was made, and what has come of it."""
    protocol, transport, came = _Protocol(), StringTransport(), []
    transport.abortConnection = transport.loseConnection
    protocol.makeConnection(transport)
    request = Request._construct(b"GET", b"/", Headers({b"Host": [b"kota.go.id"]}), None, persistent=True)
    protocol.request(request).addBoth(came.append)
    return protocol, transport, came


def test_headers_without_end_are_left():
    protocol, transport, came = asked()
    protocol.dataReceived(b"HTTP/1.1 200 OK\r\n")
    sent = 0
    while not came and sent < 2 * MOST_HEADERS:
        protocol.dataReceived(b"X-Nomor: 12345\r\n" * 64)
        sent += 16 * 64
    assert sent <= MOST_HEADERS + 2048 and transport.disconnecting
    (failure,) = came
    assert isinstance(failure.value.reasons[0].value, HeadersTooLarge)


def test_large_headers_and_a_long_body_are_not():
    protocol, transport, came = asked()
    protocol.dataReceived(b"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n" + b"X-Nomor: 12345\r\n" * 8000 + b"\r\n")
    for _ in range(10):
        protocol.dataReceived(b"x" * 100_000)
    (response,) = came
    assert response.code == 200 and not transport.disconnecting


def failed(error: Exception) -> DownloadFailedError:
    """As Scrapy gives an error of the connection."""
    found = DownloadFailedError("lost")
    found.__cause__ = ResponseNeverReceived([Failure(error)])
    return found


@pytest.mark.parametrize(
    ("error", "problem", "words"),
    [
        (SSL.Error([("SSL routines", "", "certificate verify failed")]), "certificate", "verify failed"),
        (VerificationError(errors=[]), "certificate", "not this host's"),
        (SSL.Error([("SSL routines", "", "unsupported protocol")]), "tls-error", "unsupported protocol"),
        (SSL.Error([("SSL routines", "", "wrong version number")]), "tls-error", "wrong version"),
        (SSL.Error([("SSL routines", "", "unexpected eof while reading")]), "connection-lost", ""),
        (SSL.SysCallError(104, "ECONNRESET"), "connection-lost", ""),
        (SSL.Error([]), "connection-lost", ""),
        (ConnectionResetError(), "connection-lost", ""),
        (ParseError("wrong number of parts", b"SSH-2.0-OpenSSH_9"), "not-http", "wrong number of parts"),
        (ValueError("invalid literal for int()"), "not-http", "invalid literal"),
    ],
)
def test_what_is_wrong_with_a_connection_has_a_name(error, problem, words):
    name, detail = problem_of_error(failed(error))
    assert name == problem and words in detail
    assert outages.may_pass(outages.of_error(failed(error))) == (problem in ("connection-lost", "not-http"))


@pytest.mark.parametrize(
    ("said", "problem"),
    [("[Errno -2] Name or service not known", "host-unknown"), ("timeout error", "timeout")],
)
def test_a_name_server_that_does_not_answer_has_not_said_that_there_is_no_such_host(said, problem):
    error = CannotResolveHostError(f"DNS lookup failed: address 'kota.go.id' not found: {said}.")
    assert problem_of_error(error)[0] == problem
