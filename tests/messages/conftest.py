import pytest

from tests.messages.postman import at_work, make_certificate


@pytest.fixture
def postman():
    with at_work() as found:
        yield found


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("mail") / "server.pem")
