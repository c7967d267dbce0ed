"""The mail server named by EMAIL_URL."""

from environ import Env

OPTIONS = {
    "host": "EMAIL_HOST",
    "port": "EMAIL_PORT",
    "username": "EMAIL_HOST_USER",
    "password": "EMAIL_HOST_PASSWORD",
    "use_tls": "EMAIL_USE_TLS",
    "use_ssl": "EMAIL_USE_SSL",
    "timeout": "EMAIL_TIMEOUT",
}
PATIENCE = 10  # seconds; a silent server must hold nobody


def server(url):
    """One of Django's MAILERS."""
    read = Env.email_url_config(url)
    if read.get("EMAIL_HOST"):
        read.setdefault("EMAIL_TIMEOUT", PATIENCE)
    given = {option: read.get(name) for option, name in OPTIONS.items()}
    return {
        "BACKEND": read["EMAIL_BACKEND"],
        "OPTIONS": {option: value for option, value in given.items() if value},
    }
