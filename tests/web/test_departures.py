"""Where people are led once they are back."""

from urllib.parse import urljoin, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from questionnaire.web.departures import own_path

HERE = "https://partenariat.hopital.example"


@given(st.text() | st.text("/\\:.?#@ \t%evil"))
def test_nobody_is_led_to_another_site(target):
    path = own_path(target)
    assert path[:1] == "/"
    led = urlsplit(urljoin(HERE, path.replace("\\", "/")))
    assert (led.scheme, led.netloc) == ("https", "partenariat.hopital.example")


def test_own_pages_are_kept():
    for target in ("/", "/archives/?page=2#fin", "/dossiers/x/parties/é/"):
        assert own_path(target) == target
