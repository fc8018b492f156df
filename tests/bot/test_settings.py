"""Settings come from the environment and `.env`, and a bad one is named, never shown."""

from pathlib import Path

import pytest

from bot.settings import SettingsError, read_settings
from index.opensearch.address import AddressError


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("TOKEN", "API_URL", "GATEWAY_URL"):
        monkeypatch.delenv(f"DISCORD_{name}", raising=False)
    for name in ("CORPUS", "DATA", "GUILDS", "MAINTAINER_ROLES", "SHARD_COUNT", "SHARD_IDS"):
        monkeypatch.delenv(f"RAPPORTEUR_{name}", raising=False)
    for name in ("URL", "USER", "PASSWORD", "CA"):
        monkeypatch.delenv(f"OPENSEARCH_{name}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_without_any_variable_the_shipped_documents_are_read() -> None:
    settings = read_settings()
    assert settings.discord_token is None
    assert settings.discord_api_url == "https://discord.com/api/v10"
    assert settings.discord_gateway_url == "wss://gateway.discord.gg"
    assert len(list(settings.corpus.glob("*.txt"))) == 5
    assert settings.data == Path("data")
    assert settings.guilds == settings.maintainer_roles == frozenset()


@pytest.mark.parametrize("written", ["1,22", " 1 , 22 ,", "[1, 22]", '["1","22"]'])
def test_ids_are_read_from_commas_or_json(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("RAPPORTEUR_GUILDS", written)
    assert read_settings().guilds == {1, 22}


@pytest.mark.parametrize("written", ["0,3", "[0, 3]"])
def test_shards_are_numbered_from_0(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("RAPPORTEUR_SHARD_COUNT", "4")
    monkeypatch.setenv("RAPPORTEUR_SHARD_IDS", written)
    assert read_settings().shard_ids == {0, 3}


def test_shard_ids_need_a_number_of_shards_above_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORTEUR_SHARD_IDS", "0,3")
    sentence = (
        "RAPPORTEUR_SHARD_IDS must be numbers from 0, separated by commas, all below "
        "RAPPORTEUR_SHARD_COUNT."
    )
    for count in ("", "3"):
        monkeypatch.setenv("RAPPORTEUR_SHARD_COUNT", count)
        with pytest.raises(SettingsError) as caught:
            read_settings()
        assert str(caught.value) == sentence


@pytest.mark.parametrize(("written", "used"), [("off", False), ("0", False), ("on", True)])
def test_the_sentence_model_can_be_switched_off(
    monkeypatch: pytest.MonkeyPatch, written: str, used: bool
) -> None:
    monkeypatch.setenv("RAPPORTEUR_SEMANTIC", written)
    assert read_settings().semantic is used


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_value_counts_as_unset(monkeypatch: pytest.MonkeyPatch, blank: str) -> None:
    for name in ("DISCORD_TOKEN", "RAPPORTEUR_GUILDS", "RAPPORTEUR_DATA", "DISCORD_API_URL"):
        monkeypatch.setenv(name, blank)
    settings = read_settings()
    assert settings.discord_token is None
    assert settings.guilds == frozenset()
    assert settings.data == Path("data")
    assert settings.discord_api_url == "https://discord.com/api/v10"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("RAPPORTEUR_GUILDS", "secret-words"),
        ("RAPPORTEUR_GUILDS", "[1, "),
        ("RAPPORTEUR_MAINTAINER_ROLES", "-471100"),
        ("RAPPORTEUR_SHARD_COUNT", "secret-words"),
        ("RAPPORTEUR_SHARD_COUNT", "100000"),
        ("RAPPORTEUR_SHARD_IDS", "0,-471100"),
        ("DISCORD_API_URL", "ftp://secret-words"),
        ("DISCORD_GATEWAY_URL", "https://secret-words"),
    ],
)
def test_a_bad_value_is_refused_with_its_variable_and_without_the_value(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    monkeypatch.setenv("DISCORD_TOKEN", "secret-token")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    sentence = str(caught.value)
    assert sentence.startswith(f"{variable} must be ")
    assert sentence.endswith(".")
    assert value not in sentence
    assert "secret" not in sentence


def test_the_token_is_not_printed_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret-token")
    settings = read_settings()
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == "secret-token"
    assert "secret-token" not in repr(settings)


def test_the_environment_goes_before_the_env_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("RAPPORTEUR_GUILDS=5\nRAPPORTEUR_DATA=kept\nOTHER=1\n")
    monkeypatch.setenv("RAPPORTEUR_GUILDS", "6")
    settings = read_settings()
    assert settings.guilds == {6}
    assert settings.data == Path("kept")


def test_an_unreadable_env_file_is_one_sentence() -> None:
    Path(".env").write_bytes(b"DISCORD_TOKEN=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"^The file \.env cannot be read as UTF-8 text\.$"):
        read_settings()


def test_folders_given_by_options_go_before_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RAPPORTEUR_CORPUS", "elsewhere")
    assert read_settings(corpus=tmp_path).corpus == tmp_path
    assert read_settings().corpus == Path("elsewhere")


@pytest.mark.parametrize(
    ("given", "seconds"), [("on", 2), ("off", 0), ("True", 2), ("0.5", 0.5), ("", 0), ("10", 10)]
)
def test_folder_is_watched_on_demand(
    monkeypatch: pytest.MonkeyPatch, given: str, seconds: float
) -> None:
    monkeypatch.setenv("RAPPORTEUR_WATCH", given)
    assert read_settings().watch == seconds


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("RAPPORTEUR_WATCH", "-1"),
        ("RAPPORTEUR_WATCH", "nan"),
        ("RAPPORTEUR_GOLDEN", "nowhere.json"),
    ],
)
def test_unusable_watch_or_questions_are_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=variable):
        read_settings()


def test_a_cluster_is_named_by_address_user_and_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENSEARCH_URL", "https://one,https://two:9200")
    monkeypatch.setenv("OPENSEARCH_USER", "bot")
    monkeypatch.setenv("OPENSEARCH_PASSWORD", "secret-password")
    settings = read_settings()
    address = settings.search_cluster()
    assert address is not None
    assert [(node.host, node.port) for node in address.nodes] == [("one", 443), ("two", 9200)]
    assert (address.user, address.password) == ("bot", "secret-password")
    assert "secret" not in repr(settings) + repr(address)


def test_without_an_address_there_is_no_cluster() -> None:
    assert read_settings().search_cluster() is None


def test_a_bad_address_of_a_cluster_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENSEARCH_URL", "tcp://bot:secret-password@one")
    with pytest.raises(AddressError) as caught:
        read_settings().search_cluster()
    assert "secret" not in str(caught.value)
