"""A source folder small enough to break in every test, that uses every field there is."""

from kzexplorer import build as building

SUMMARY = "A text long enough to be read as a summary of what happened, who took part and when it was."
FILES = {
    "edition.toml": """\
title = "A small edition"
edition = "2026-11"
data_date = "2026-09-30"
licence = "CC BY 4.0"
attribution = "Nobody"
""",
    "baikonur.toml": """\
source = "gazette"
licence = "CC BY 4.0"
attribution = "Nobody"
scope = "All launches."
attempts = 3
full_success = 2
failure = 1
partial = 0
families = [{ family = "R-7", attempts = 3 }]
pads = [{ pad = "1/5", attempts = 3, place = "baikonur" }]
""",
    "baikonur-launches.csv": "year,attempts,failures\n1957,2,0\n1958,1,1\n",
    "areas.toml": """\
[launch-services]
names = { en = "Launch services", kk = "Ұшыру", ru = "Пуски" }
description = "Launches."

[law]
names = { en = "Law" }
description = "Papers."
sources = ["gazette"]
""",
    "objectives.toml": '[progress]\nnames = { en = "Progress" }\ndescription = "Onwards."\nmerged_from = ["OB-1"]\n',
    "needs.toml": '[money]\nnames = { en = "Money" }\ndescription = "Finance."\n',
    "stages.toml": '[now]\nnames = { en = "Now" }\ndescription = "As it is."\nrecords = ["lease"]\n',
    "eras.toml": """\
[lease]
names = { en = "Lease" }
row = 1
begins = [{ record = "lease", at = "begins" }]
ends = [{ record = "lease", at = "ends" }]
""",
    "sources.csv": """\
slug,title,publisher,author,published,url,language,grade,consulted,licence,note
gazette,The Gazette,State,,1994-12,https://example.org/1,en,official,2026-11,,
paper,"A ""paper"", daily",Press,A. Writer,,,ru,press,2026-11,CC BY 4.0,A note
""",
    "places.csv": """\
slug,name_en,name_kk,name_ru,latitude,longitude,precision,summary
baikonur,Baikonur,Байқоңыр,Байконур,45.9,63.3,site,The site
""",
    "coverage.csv": "number,section,sentence,claims,records\n1,Start,It began.,it-began,lease launch\n",
    "names.csv": "Baikonur,Байконур,Байқоңыр,Baykonur\nKazSat,КазСат\n",
    "partners/russia.toml": """\
kind = "country"
iso2 = "RU"
names = { en = "Russia", kk = "Ресей", ru = "Россия" }
aliases = ["Russian Federation"]
region = "Eurasia"
capital = "Moscow"
latitude = 55.75
longitude = 37.6
in_brief = true
standing = "active"
first_record_year = 1994
profile = "A neighbour."
records = ["lease"]
sources = ["gazette"]
""",
    "organizations/agency.toml": """\
kind = "agency"
country = "kazakhstan"
names = { en = "The Agency" }
aliases = ["TA"]
begins = "1993"
ends = "2014-08"
successor = "committee"
sources = ["gazette"]
merged_from = ["O-1"]
""",
    "organizations/committee.toml": """\
kind = "agency"
country = "russia"
names = { en = "The Committee" }
begins = "2014-08"
""",
    "records/treaty/lease.toml": f"""\
title = "Lease of Baikonur"
begins = "1994-12-10"
begins_note = "on a Saturday"
ongoing = true
status = "in_force"
significance = 1
certainty = "confirmed"
in_brief = true
place = "baikonur"
areas = ["launch-services", "law"]
objectives = ["progress"]
needs = ["money"]
summary = \"\"\"
{SUMMARY}
\"\"\"
note = "A note."
partners = [
  {{ partner = "russia", role = "tenant" }},
]
organizations = [
  {{ organization = "agency", role = "signatory" }},
]
steps = [
  {{ role = "ratified", date = "1995" }},
  {{ role = "amended", text = "some day" }},
]
links = [
  {{ relation = "led_to", record = "launch" }},
]
citations = [
  {{ source = "gazette", note = "page 1" }},
  {{ source = "paper" }},
]
merged_from = ["T-1"]
derived_from = ["T-0"]

[data]
rent_usd_per_year = 115_000_000
latitude = 46.5
renewed = true
act_number = "Law No. 1"
projects = ["One", "Two"]
norad = 12345
""",
    "records/launch/launch.toml": f"""\
title = "A launch"
begins = "2001~"
status = "success"
significance = 3
certainty = "weak"
summary = "{SUMMARY}"
partners = [{{ partner = "russia", role = "launch_provider" }}]
citations = [{{ source = "paper" }}]
""",
    "claims/it-began.toml": """\
order = 1
section = "Start"
claim = "It began."
verdict = "confirmed"
explanation = "It did."
records = ["lease"]
sources = ["gazette"]
""",
    "conflicts/when.toml": """\
record = "lease"
question = "When?"
used = "The first."
positions = [
  { value = "1994", source = "gazette" },
  { value = "1995", note = "said by some" },
]
""",
}


class Folder:
    """A source folder that a test writes to."""

    def __init__(self, path):
        self.path = path
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name, text):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, name, old, new):
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def problems(self):
        """What the build says, with the folder's own path taken off, and that it writes nothing."""
        target = self.path.parent / "out.db"
        found = building.build(self.path, target)
        assert not (found and target.exists())
        return [str(problem).removeprefix(f"{self.path}/") for problem in found]
