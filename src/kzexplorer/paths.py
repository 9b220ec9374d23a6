"""Say where the program's data and resources lie, and where the user's own files go."""

from pathlib import Path

APP = "kzexplorer"


def bundle() -> Path:
    """Give the folder that holds `data/` and `resources/`: the installed copy, else the checkout."""
    package = Path(__file__).resolve().parent
    packed = package / "_bundle"
    return packed if packed.is_dir() else package.parents[1]


def database() -> Path:
    """Give the bundled database; it may be missing in a checkout that was never built."""
    return bundle() / "data" / "kzspace.db"


def resources() -> Path:
    """Give the folder of icons, themes, catalogues and ready briefings."""
    return bundle() / "resources"


def user_data() -> Path:
    """Give the folder for the user's basket, saved views and imported databases; it may not exist."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def user_config() -> Path:
    """Give the folder for the settings; it may not exist."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def user_cache() -> Path:
    """Give the folder for what can be made again; it may not exist."""
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)
