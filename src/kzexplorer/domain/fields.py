"""How the typed extra facts of a record are called and in which unit they stand."""

from types import MappingProxyType

from kzexplorer.domain.language import Language
from kzexplorer.domain.records import Fact
from kzexplorer.domain.vocabulary import N_

# The ending of a key names its unit, the rest the thing; a label that needs more care stands below.
_UNITS = MappingProxyType(
    {
        "_usd": N_("{value} USD"),
        "_eur": N_("{value} EUR"),
        "_kzt": N_("{value} KZT"),
        "_cny": N_("{value} CNY"),
        "_kg": N_("{value} kg"),
        "_km2": N_("{value} km²"),
        "_km": N_("{value} km"),
        "_ha": N_("{value} ha"),
        "_m": N_("{value} m"),
        "_deg_e": N_("{value}° E"),
        "_years": N_("{value} years"),
        "_usd_per_year": N_("{value} USD a year"),
        "_usd_min": N_("at least {value} USD"),
        "_usd_max": N_("at most {value} USD"),
        "_usd_each": N_("{value} USD each"),
    }
)
_LABELS = MappingProxyType(
    {
        "act_number": N_("Act"),
        "cospar": N_("COSPAR"),
        "norad": N_("NORAD"),
        "slot_deg_e": N_("GEO longitude"),
        "gsd_m": N_("Ground sample distance"),
        "gsd_multispectral_m": N_("Ground sample distance, multispectral"),
        "time_utc": N_("Time (UTC)"),
        "impact_utc": N_("Impact (UTC)"),
        "un_document": N_("UN document"),
        "launcher": N_("Launcher"),
        "pad": N_("Pad"),
        "orbit": N_("Orbit"),
        "mass_kg": N_("Mass"),
        "max_spacecraft_mass_kg": N_("Heaviest spacecraft"),
        "bus": N_("Bus"),
        "band": N_("Band"),
        "transponders": N_("Transponders"),
        "design_life_years": N_("Design life"),
        "swath_km": N_("Swath"),
        "planned_launch": N_("Planned launch"),
        "planned_landing": N_("Planned landing"),
        "value_usd": N_("Value"),
        "value_eur": N_("Value"),
        "value_kzt": N_("Value"),
        "value_cny": N_("Value"),
        "rent_usd_per_year": N_("Rent"),
        "area_ha": N_("Surface"),
        "area_km2": N_("Surface"),
        "name_kk": N_("Kazakh name"),
        "days_in_space": N_("Days in space"),
        "time_in_space": N_("Time in space"),
        "died": N_("Died"),
        "born": N_("Born"),
        "birthplace": N_("Birthplace"),
    }
)
_PLAIN_NUMBERS = frozenset({"norad", "target_year", "term_extended_to"})


def fact_words(fact: Fact, say: Language) -> tuple[str, str]:
    """Give a fact's label and its value with the unit, both in words."""
    ending = max((e for e in _UNITS if fact.key.endswith(e)), key=len, default="")
    stem = fact.key.removesuffix(ending).replace("_", " ").strip()
    label = say(_LABELS[fact.key]) if fact.key in _LABELS else stem[:1].upper() + stem[1:]
    match fact.value:
        case bool():
            return label, say("yes") if fact.value else say("no")
        case tuple():
            return label, ", ".join(fact.value)
        case str():
            return label, fact.value
    value = str(fact.value) if fact.key in _PLAIN_NUMBERS else say.number(fact.value)
    return label, say(_UNITS[ending], value=value) if ending else value
