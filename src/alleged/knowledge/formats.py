"""The formats of our own, each made of the two functions of its file."""

from alleged.knowledge.attack import looks_like_attack, read_attack
from alleged.knowledge.galaxy import looks_like_galaxy, read_galaxy
from alleged.knowledge.interface import Format
from alleged.knowledge.microsoft import looks_like_microsoft, read_microsoft
from alleged.knowledge.ofac import looks_like_ofac, read_ofac
from alleged.knowledge.opensanctions import looks_like_opensanctions, read_opensanctions
from alleged.knowledge.uk_sanctions import looks_like_uk_sanctions, read_uk_sanctions

GALAXY = Format("MISP galaxy cluster", looks_like_galaxy, read_galaxy)
MICROSOFT = Format("Microsoft's mapping of names", looks_like_microsoft, read_microsoft)
ATTACK = Format("ATT&CK in STIX 2.1", looks_like_attack, read_attack)
OFAC = Format("OFAC's list, as CSV or advanced XML", looks_like_ofac, read_ofac)
UK_SANCTIONS = Format("the UK sanctions list, as CSV or XML", looks_like_uk_sanctions, read_uk_sanctions)
OPENSANCTIONS = Format("OpenSanctions, simple CSV", looks_like_opensanctions, read_opensanctions)
