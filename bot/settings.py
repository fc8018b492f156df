"""Everything that is set from outside, by the environment or a `.env` file."""

import json
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    FilePath,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

import corpus as corpus_package
from corpus.errors import RapporteurError
from index.evaluation import shipped_questions
from index.opensearch.address import Address, parse_address


class SettingsError(RapporteurError):
    """A setting cannot be used; the sentence names the variable and never shows its value."""


def _ids(given: Any) -> Any:
    """ "1,2" and "[1, 2]" as a list of ids; what is neither is left to fail validation."""
    if not isinstance(given, str):
        return given
    if given.lstrip().startswith("["):
        return json.loads(given)
    return [part for part in (each.strip() for each in given.split(",")) if part]


def _seconds(given: Any) -> Any:
    """ "on" and "off" as numbers of seconds; what is neither is left to fail validation."""
    words = {"on": _WATCH_SECONDS, "true": _WATCH_SECONDS, "off": 0, "false": 0}
    return words.get(given.strip().lower(), given) if isinstance(given, str) else given


def shipped_corpus() -> Path:
    """The folder of the documents that come with the project."""
    return Path(corpus_package.__file__).parent / "statements"


_Id = Annotated[int, Field(gt=0)]
_LISTED = BeforeValidator(_ids)
_Ids = Annotated[frozenset[_Id], NoDecode, _LISTED]
_WATCH_SECONDS = 2
_MOST_SHARDS = 10_000  # some ten times what the largest bots have


class Settings(BaseSettings):
    """Read once at start-up, then passed on; never a global.

    A field's description completes the sentence "<variable> must be …".
    """

    model_config = SettingsConfigDict(
        env_prefix="RAPPORTEUR_",
        env_file=".env",
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,  # else an error about one variable prints the token
        validate_by_name=True,
        validate_by_alias=True,
    )

    discord_token: SecretStr | None = Field(
        default=None, validation_alias="DISCORD_TOKEN", description="the bot's token"
    )
    discord_api_url: str = Field(
        default="https://discord.com/api/v10",
        validation_alias="DISCORD_API_URL",
        pattern=r"^https?://[^\s/]\S*$",
        description="an http:// or https:// address",
    )
    discord_gateway_url: str = Field(
        default="wss://gateway.discord.gg",
        validation_alias="DISCORD_GATEWAY_URL",
        pattern=r"^wss?://[^\s/]\S*$",
        description="a ws:// or wss:// address",
    )
    corpus: Path = Field(default_factory=shipped_corpus, description="a folder of documents")
    data: Path = Field(default=Path("data"), description="a folder to keep the database in")
    guilds: _Ids = Field(default=frozenset(), description="server ids separated by commas")
    maintainer_roles: _Ids = Field(default=frozenset(), description="role ids separated by commas")
    conversation_hours: int = Field(
        default=24, ge=1, le=24 * 365, description="a number of hours, 1 or more"
    )
    question_days: int = Field(
        default=90, ge=0, le=3650, description="a number of days; 0 keeps no questions"
    )
    semantic: bool = Field(default=True, description="on or off")
    second_process: bool = Field(default=True, description="on or off")
    golden: FilePath = Field(
        default_factory=shipped_questions, description="a file of questions with their answers"
    )
    watch: Annotated[float, BeforeValidator(_seconds)] = Field(
        default=0, ge=0, le=3600, description="off, on, or a number of seconds up to 3600"
    )
    opensearch_url: SecretStr | None = Field(
        default=None,
        validation_alias="OPENSEARCH_URL",
        description="http:// or https:// addresses separated by commas",
    )
    opensearch_user: str = Field(
        default="", validation_alias="OPENSEARCH_USER", description="a user of the cluster"
    )
    opensearch_password: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="OPENSEARCH_PASSWORD",
        description="the user's password",
    )
    opensearch_ca: Path | None = Field(
        default=None, validation_alias="OPENSEARCH_CA", description="a file of certificates"
    )
    shard_count: int | None = Field(
        default=None, ge=1, le=_MOST_SHARDS, description=f"a number from 1 to {_MOST_SHARDS:,}"
    )
    shard_ids: Annotated[frozenset[Annotated[int, Field(ge=0)]], NoDecode, _LISTED] = Field(
        default=frozenset(),
        description="numbers from 0, separated by commas, all below RAPPORTEUR_SHARD_COUNT",
    )

    @property
    def leads(self) -> bool:
        """Whether this process does what only one of several may: it runs the first shard."""
        return 0 in (self.shard_ids or {0})

    def search_cluster(self) -> Address | None:
        """Where the search cluster is; None where none is named.

        Raises:
            AddressError: it cannot be used.
        """
        if self.opensearch_url is None:
            return None
        return parse_address(
            self.opensearch_url.get_secret_value(),
            self.opensearch_user,
            self.opensearch_password.get_secret_value(),
            self.opensearch_ca,
        )

    @field_validator("shard_ids")
    @classmethod
    def _exist(cls, given: frozenset[int], checked: ValidationInfo) -> frozenset[int]:
        if given and max(given) >= (checked.data.get("shard_count") or 0):
            raise ValueError("beyond the number of shards")
        return given

    @model_validator(mode="before")
    @classmethod
    def _blank_is_unset(cls, given: dict[str, Any]) -> dict[str, Any]:
        blank = [name for name, value in given.items() if value == "" or str(value).isspace()]
        return {name: value for name, value in given.items() if name not in blank}


def read_settings(*, corpus: Path | None = None, data: Path | None = None) -> Settings:
    """Read the environment and `.env`; `corpus` and `data` given here go first.

    Raises:
        SettingsError: a variable has a value that cannot be used, or `.env` cannot be read.
    """
    given: dict[str, Any] = {"corpus": corpus, "data": data}
    try:
        return Settings(**{name: path for name, path in given.items() if path is not None})
    except ValidationError as error:
        raise SettingsError(_sentence(str(error.errors()[0]["loc"][0]))) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("The file .env cannot be read as UTF-8 text.") from error


def _sentence(location: str) -> str:
    for name, field in Settings.model_fields.items():
        variable = str(field.validation_alias or f"RAPPORTEUR_{name.upper()}")
        if location in (name, variable):
            return f"{variable} must be {field.description}."
    return "The settings cannot be used."
