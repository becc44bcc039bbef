"""The version of Bede, from the installed package."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("bede")
except PackageNotFoundError:  # run from a source tree that is not installed
    VERSION = "0+unknown"
