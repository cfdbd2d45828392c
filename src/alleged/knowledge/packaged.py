"""The lists that are installed with alleged: clusters of the MISP galaxy in the package pymispgalaxies.

Its files are read as they are. Its own interface loads all of its hundred clusters first, which takes long.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from alleged.errors import KnowledgeError, Place

PACKAGE = "pymispgalaxies"
GROUPS = ("threat-actor", "microsoft-activity-group", "mitre-intrusion-set", "360net")
BODIES = ("intelligence-agencies", "surveillance-vendor", "producer")
PLACES = ("country", "target-information", "sector")
TOOLS = (
    *("malpedia", "mitre-malware", "mitre-tool", "ransomware", "tool", "rat", "botnet", "banker", "backdoor"),
    *("stealer", "android", "exploit-kit", "cryptominers", "tds"),
)
CLUSTERS = (*GROUPS, *BODIES, *PLACES, *TOOLS)
"""Names of the files, in the order in which authorities are listed."""


def packaged_files() -> tuple[Path, ...]:
    """The files of the clusters that are used; raises KnowledgeError if the package is not installed."""
    spec = find_spec(PACKAGE)  # does not import it
    if spec is None or spec.origin is None:
        what, cure = "is not installed", f"install it: pip install {PACKAGE}"
        raise KnowledgeError(what, Place(f"the package {PACKAGE}"), cure)
    folder = Path(spec.origin).parent / "data/misp-galaxy/clusters"
    return tuple(folder / f"{name}.json" for name in CLUSTERS)
