"""Settings: what the installation says through its environment, read once, typed and checked at start."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from os import pathsep
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from questionnaire import contradictions, signing_key
from questionnaire.access import Role
from questionnaire.access.providers import Provider, read_providers
from questionnaire.access.requiring import read_roles
from questionnaire.environment import Environment, SettingsError, documented
from questionnaire.given_files import folder_fault, seal_fault
from questionnaire.lasting import read_sessions
from questionnaire.messages.settings import MailSettings, read_mail
from questionnaire.reach import read_reach
from questionnaire.storage.cipher import read_keys

CHECKOUT = Path(__file__).resolve().parent.parent
SHIPPED_FORMS = CHECKOUT / "forms_spec"
DEFAULT_TIMEZONE = "Europe/Paris"
_POSTGRESQL = frozenset({"postgres", "postgresql", "postgresql+psycopg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(MailSettings):
    """What one installation decided. Paths are absolute and addresses have no trailing slash."""

    demo: bool = field(
        metadata=documented(
            "DEMO",
            "off",
            "Demonstration hospital, visible mails, worthless seal, loopback visitors only. "
            "Refused together with PostgreSQL or `SMTP_HOST`.",
        )
    )
    data_dir: Path = field(
        metadata=documented("DATA_DIR", "`./var`", "All that must be backed up: files, seal, SQLite.")
    )
    database_url: str = field(
        repr=False,
        metadata=documented(
            "DATABASE_URL",
            "`questionnaire.sqlite` in `DATA_DIR`",
            "`sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/NAME` (needs `requirements-postgres.txt`).",
        ),
    )
    forms_path: tuple[Path, ...] = field(
        metadata=documented(
            "FORMS_PATH",
            "`forms_spec` of the checkout",
            "Folders of specs, separated as in `PATH`; they replace the default.",
        )
    )
    secret_key: str = field(
        repr=False,
        metadata=documented(
            "SECRET_KEY",
            "none; with `DEMO`, made once in `DATA_DIR`",
            "Signs sessions and links: at least 32 characters, the same on every machine. Required to serve.",
        ),
    )
    answers_keys: tuple[bytes, ...] = field(
        repr=False,
        metadata=documented(
            "ANSWERS_KEYS",
            "none: sensitive answers are stored in clear",
            "Keys that encrypt sensitive answers ([encryption.md](encryption.md)), separated by commas: the first one "
            "writes, all are read.",
        ),
    )
    seal_file: Path = field(
        metadata=documented("SEAL_FILE", "`seal.p12` in `DATA_DIR`", "PKCS#12 file of the key that seals documents.")
    )
    seal_passphrase: str = field(
        repr=False, metadata=documented("SEAL_PASSPHRASE", "empty", "Passphrase of `SEAL_FILE`.")
    )
    public_url: str = field(
        metadata=documented(
            "PUBLIC_URL",
            "none; with `DEMO`, `http://127.0.0.1:5000`",
            "Address that visitors use, printed for good on documents: https, or http on loopback. Required to serve.",
        )
    )
    trusted_hosts: tuple[str, ...] = field(
        metadata=documented(
            "TRUSTED_HOSTS",
            "none",
            "Other names by which visitors reach this server, separated by commas; any other but that of `PUBLIC_URL` "
            "is refused. `.hopital.example` stands for all names that end so.",
        )
    )
    security_contact: str = field(
        metadata=documented(
            "SECURITY_CONTACT",
            "none",
            "Where to tell of a weakness (`mailto:`, `https://`, `tel:`): said in `/.well-known/security.txt`.",
        )
    )
    web_workers: int = field(metadata=documented("WEB_WORKERS", "2", "Web processes, 1 to 64."))
    web_threads: int = field(metadata=documented("WEB_THREADS", "4", "Threads of a web process, 1 to 64."))
    trusted_proxies: int = field(
        metadata=documented(
            "TRUSTED_PROXIES",
            "0",
            "Proxies in front that add `X-Forwarded-For`, 0 to 9 ([install.md](install.md#reverse-proxy)); without "
            "them nobody's network address is known. Refused with `DEMO`.",
        )
    )
    draft_months: int = field(
        metadata=documented("DRAFT_MONTHS", "12", "Months without activity after which a draft is deleted, 2 to 64.")
    )
    draft_notice_months: int = field(
        metadata=documented(
            "DRAFT_NOTICE_MONTHS",
            "11",
            "Months without activity from which its people are told; fewer than `DRAFT_MONTHS`.",
        )
    )
    fresh_minutes: int = field(
        metadata=documented(
            "FRESH_MINUTES",
            "15",
            "Minutes after which « Confirmez que c’est vous » stands before sensitive acts, 1 to 64.",
        )
    )
    session_hours: int = field(
        metadata=documented("SESSION_HOURS", "24", "Hours after which a session ends, even in use, 1 to 64.")
    )
    idle_minutes: int = field(
        metadata=documented("IDLE_MINUTES", "60", "Minutes after which a session ends with nobody there, 1 to 64.")
    )
    shared_idle_minutes: int = field(
        metadata=documented(
            "SHARED_IDLE_MINUTES", "15", "The same on a computer that several people use; no more than `IDLE_MINUTES`."
        )
    )
    second_step_roles: frozenset[Role] = field(
        metadata=documented(
            "SECOND_STEP_ROLES",
            "none",
            "Codes of the roles whose holders must sign in by two steps, separated by commas: `admin, qualite`. "
            "Establishments may add to them.",
        )
    )
    timezone: ZoneInfo = field(
        metadata=documented("TIMEZONE", "`Europe/Paris`", "Time zone of establishments that declare none.")
    )
    help_contact: str = field(
        metadata=documented(
            "HELP_CONTACT",
            "none",
            "Who can help, with a telephone or an address: said in each mail of an establishment that has neither a "
            "contact nor a référent.",
        )
    )
    providers: tuple[Provider, ...] = field(
        metadata=documented(
            "OIDC_FILE", "none", "TOML file of identity providers ([sso.md](sso.md)); needs `requirements-oidc.txt`."
        )
    )

    @classmethod
    def read(cls, environ: Mapping[str, str], *, serving: bool = True) -> Self:
        """The settings of `environ`, or SettingsError naming all its faults.

        A server (`serving`) needs a lasting secret and a public address; its data folder is made if absent.
        A command that draws or checks one file needs neither and writes nothing: it gets a secret that dies
        with the process, and an empty `public_url` when none is set.
        """
        asked = Environment(environ)
        demo = asked.flag("DEMO")
        data_dir = Path(asked.text("DATA_DIR") or "var").absolute()
        settings = cls(
            demo=demo,
            data_dir=data_dir,
            database_url=_database_url(asked, data_dir),
            forms_path=_forms_path(asked),
            secret_key=_given_key(asked, required=serving and not demo),
            answers_keys=read_keys(asked),
            seal_file=_seal_file(asked, data_dir),
            seal_passphrase=environ.get("SEAL_PASSPHRASE", ""),
            **read_reach(asked, demo=demo, serving=serving),
            web_workers=asked.count("WEB_WORKERS", 2),
            web_threads=asked.count("WEB_THREADS", 4),
            trusted_proxies=asked.few("TRUSTED_PROXIES"),
            draft_months=asked.count("DRAFT_MONTHS", 12),
            draft_notice_months=asked.count("DRAFT_NOTICE_MONTHS", 11),
            **read_sessions(asked),
            second_step_roles=read_roles(asked),
            timezone=asked.zone("TIMEZONE", DEFAULT_TIMEZONE),
            providers=_providers(asked),
            help_contact=" ".join(asked.text("HELP_CONTACT").split()),
            **read_mail(asked),
        )
        _refuse_contradictions(asked, settings)
        if serving and not asked.problems:
            _make_folder(asked, data_dir)
        if asked.problems:
            raise SettingsError(tuple(asked.problems))
        return replace(settings, secret_key=settings.secret_key or _own_key(data_dir, serving=serving))


def _database_url(asked: Environment, data_dir: Path) -> str:
    address = asked.text("DATABASE_URL") or f"sqlite:///{data_dir / 'questionnaire.sqlite'}"
    scheme, _, rest = address.partition("://")
    if scheme in _POSTGRESQL:
        asked.needs_library("DATABASE_URL", "psycopg", "requirements-postgres.txt")
        return f"postgresql+psycopg://{rest}"
    if scheme != "sqlite":
        asked.refuse("DATABASE_URL", "l’adresse commence par sqlite:/// ou postgresql://.")
    elif rest in {"", "/", "/:memory:"}:
        asked.refuse("DATABASE_URL", "une base en mémoire ne se partage pas\u00a0; donnez un fichier.")
    # Made absolute here: Flask-SQLAlchemy would place a relative file in its own instance folder.
    return f"sqlite:///{Path(rest.removeprefix('/')).absolute()}"


def _forms_path(asked: Environment) -> tuple[Path, ...]:
    given = [Path(folder).absolute() for folder in asked.text("FORMS_PATH").split(pathsep) if folder]
    for folder in given:
        if fault := folder_fault(folder):
            asked.refuse("FORMS_PATH", fault)
    return tuple(given) or (SHIPPED_FORMS,)


def _given_key(asked: Environment, *, required: bool) -> str:
    key = asked.text("SECRET_KEY")
    if key and len(key) < signing_key.LEAST:
        asked.refuse("SECRET_KEY", f"au moins {signing_key.LEAST} caractères sont nécessaires.")
    if required and not key:
        asked.refuse("SECRET_KEY", f"ce secret est obligatoire\u00a0; par exemple {signing_key.fresh()}")
    return key


def _seal_file(asked: Environment, data_dir: Path) -> Path:
    given = asked.text("SEAL_FILE")
    if not given:
        return data_dir / "seal.p12"
    path = Path(given).absolute()
    if fault := seal_fault(path):
        asked.refuse("SEAL_FILE", fault)
    return path


def _providers(asked: Environment) -> tuple[Provider, ...]:
    """Who lets people in beside this house; none without a file."""
    if asked.text("OIDC_FILE"):
        asked.needs_library("OIDC_FILE", "authlib", "requirements-oidc.txt")
    text = asked.file("OIDC_FILE")
    if text is None:
        return ()
    providers, faults = read_providers(text)
    for fault in faults:
        asked.refuse("OIDC_FILE", fault)
    return providers


def _own_key(data_dir: Path, *, serving: bool) -> str:
    return signing_key.lasting(data_dir) if serving else signing_key.fresh()


def _refuse_contradictions(asked: Environment, settings: Settings) -> None:
    contradictions.refuse_silent_expiry(asked, settings.draft_notice_months, settings.draft_months)
    if settings.demo:
        contradictions.refuse_real_demo(asked, settings.database_url)


def _make_folder(asked: Environment, data_dir: Path) -> None:
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        asked.refuse("DATA_DIR", f"impossible d’ouvrir le dossier {data_dir} ({error.strerror}).")
