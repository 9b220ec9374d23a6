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
        "cash_usd": N_("In cash"),
        "claim_kzt": N_("Claim"),
        "claim_usd": N_("Claim"),
        "damages_usd": N_("Damages"),
        "goods_usd": N_("In goods"),
        "kazakh_share_usd": N_("Kazakh share"),
        "russian_share_usd": N_("Russian share"),
        "share_usd_each": N_("Share of each side"),
        "kazsat_3r_usd": N_("For KazSat-3R"),
        "operator_funds_kzt": N_("Operator's own funds"),
        "state_budget_kzt": N_("From the state budget"),
        "three_contracts_usd_min": N_("Three contracts"),
        "three_contracts_usd_max": N_("Three contracts"),
        "countries": N_("Countries"),
        "days": N_("Days"),
        "deaths_min": N_("Deaths, at least"),
        "deaths_max": N_("Deaths, at most"),
        "down": N_("Came down in"),
        "engineers": N_("Engineers"),
        "engineers_by_2013_07": N_("Engineers by July 2013"),
        "engineers_trained": N_("Engineers trained"),
        "entrants": N_("Entrants"),
        "flights": N_("Flights"),
        "hosted_experiments": N_("Hosted experiments"),
        "jobs_planned": N_("Jobs planned"),
        "objects_accepted_by_2025_05": N_("Objects accepted by May 2025"),
        "objects_listed": N_("Objects listed"),
        "orbital_launch_attempts": N_("Orbital launch attempts"),
        "orders_per_year_min_2028_2039": N_("Orders a year 2028–2039, at least"),
        "participants": N_("Participants"),
        "parties": N_("Parties"),
        "project": N_("Project"),
        "projects": N_("Projects"),
        "satellites": N_("Satellites"),
        "satellites_max": N_("Satellites, at most"),
        "schools_by_2024_04": N_("Schools by April 2024"),
        "spacewalks": N_("Spacewalks"),
        "terminals": N_("Terminals"),
        "test_launches_min": N_("Test launches, at least"),
        "town_population": N_("People in the town"),
        "alias": N_("Also called"),
        "citizenship_in_flight": N_("Citizenship in flight"),
        "duration": N_("Duration"),
        "kazakh_citizen_from": N_("Kazakh citizen from"),
        "latitude": N_("Latitude"),
        "longitude": N_("Longitude"),
        "reported_day": N_("Day reported"),
        "rocket": N_("Rocket"),
        "size": N_("Size"),
        "suborbital": N_("Suborbital"),
        "successor_act": N_("Act that follows"),
        "target_year": N_("Target year"),
        "term_extended_to": N_("Term extended to"),
        "term_years": N_("Term"),
        "born": N_("Born"),
        "birthplace": N_("Birthplace"),
    }
)
# By what a thing goes in registers elsewhere.
IDENTIFIERS = frozenset({"cospar", "norad", "un_document", "act_number"})
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
    if fact.key.endswith("_years") and isinstance(fact.value, int):
        return label, say.plural("{count} year", "{count} years", fact.value)
    value = str(fact.value) if fact.key in _PLAIN_NUMBERS else say.number(fact.value)
    return label, say(_UNITS[ending], value=value) if ending else value
