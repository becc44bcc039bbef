"""Settings of the whole test suite."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

# The same examples in every run: a failure that nobody can repeat helps nobody.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session", autouse=True)
def nobodys_choice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The references that somebody uses on this machine are not those of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        yield
