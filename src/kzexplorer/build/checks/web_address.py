"""The address of a source is one a browser opens, and nothing else: a file or a script is not."""

import re
from collections.abc import Iterator

from kzexplorer.build.checks import Check, Finding
from kzexplorer.build.drafts import Drafts
from kzexplorer.domain.dates import shortened

_ADDRESS = re.compile(r"https?://[^\s/?#]+\.[^\s]+")


def find(drafts: Drafts) -> Iterator[Finding]:
    """Find addresses that are not of the web."""
    for source in drafts.sources:
        if source.url and not _ADDRESS.fullmatch(source.url):
            yield Finding(source, f"url: “{shortened(source.url)}” does not begin with https:// or http:// and a host")


CHECK = Check("web-address", __doc__, find)
