"""The controlled words of the facts, each with the English text a catalogue translates."""

from types import MappingProxyType

from kzexplorer.domain.names import Names


def N_(text: str) -> str:  # noqa: N802  the name Babel looks for
    """Mark a text for translation where it is declared; it is translated where it is shown."""
    return text


def NC_(_: str, text: str) -> str:  # noqa: N802  beside N_
    """Mark a text for translation in a context, which tells it from the same text elsewhere."""
    return text


STATUSES = MappingProxyType(
    {
        "planned": N_("planned"),
        "under_negotiation": N_("under negotiation"),
        "signed": N_("signed"),
        "in_force": N_("in force"),
        "in_development": N_("in development"),
        "operating": N_("operating"),
        "completed": N_("completed"),
        "success": N_("success"),
        "failure": N_("failure"),
        "lost": N_("lost"),
        "suspended": N_("suspended"),
        "cancelled": N_("cancelled"),
        "superseded": N_("superseded"),
        "dormant": N_("dormant"),
        "unknown": N_("status not known"),
    }
)
CERTAINTIES = MappingProxyType(
    {
        "confirmed": N_("confirmed"),
        "single_source": N_("single source"),
        "weak": N_("weak"),
        "recalled": N_("recalled, not cited"),
    }
)
SIGNIFICANCES = MappingProxyType({"1": N_("landmark"), "2": N_("normal"), "3": N_("detail")})
STANDINGS = MappingProxyType(
    {
        "active": N_("active"),
        "intermittent": N_("intermittent"),
        "planned": N_("only planned"),
        "dormant": N_("dormant"),
        "historical": N_("historical"),
        "unclear": N_("unclear"),
    }
)
PARTNER_KINDS = MappingProxyType({"country": N_("country"), "multilateral": N_("multilateral body")})
PARTNER_ROLES = MappingProxyType(
    {
        "party": N_("party"),
        "tenant": N_("tenant"),
        "host": N_("host"),
        "supplier": N_("supplier"),
        "customer": N_("customer"),
        "launch_provider": N_("launch provider"),
        "trainer": N_("trainer"),
        "funder": N_("funder"),
        "participant": N_("participant"),
        "crew": N_("crew"),
        "bidder": N_("bidder"),
        "proposed": N_("proposed to"),
        "proposer": N_("proposer"),
        "beneficiary": N_("beneficiary"),
        "forum": N_("forum"),
        "context": N_("context"),
        "soviet_era": N_("Soviet era"),
    }
)
# Named with a record, but no direct cooperation with Kazakhstan: shown greyed and counted apart.
INDIRECT_ROLES = frozenset({"context", "soviet_era"})
ORGANIZATION_KINDS = MappingProxyType(
    {
        "government": N_("government"),
        "parliament": N_("parliament"),
        "court": N_("court"),
        "ministry": N_("ministry"),
        "agency": N_("agency"),
        "company": N_("company"),
        "university": N_("university"),
        "school": N_("school"),
        "institute": N_("institute"),
        "society": N_("society"),
        "body": N_("body"),
    }
)
ORGANIZATION_ROLES = MappingProxyType(
    {
        "beneficiary": N_("beneficiary"),
        "bidder": N_("bidder"),
        "builder": N_("builder"),
        "claimant": N_("claimant"),
        "crew": N_("crew"),
        "customer": N_("customer"),
        "employer": N_("employer"),
        "funder": N_("funder"),
        "head": N_("head"),
        "launch_provider": N_("launch provider"),
        "operator": N_("operator"),
        "organiser": N_("organiser"),
        "owner": N_("owner"),
        "participant": N_("participant"),
        "partner": N_("partner"),
        "payload": N_("payload"),
        "prime": N_("prime contractor"),
        "proposer": N_("proposer"),
        "regulator": N_("regulator"),
        "respondent": N_("respondent"),
        "signatory": N_("signatory"),
        "supplier": N_("supplier"),
        "tenant": N_("tenant"),
        "trainer": N_("trainer"),
        "winner": N_("winner"),
    }
)
STEP_ROLES = MappingProxyType(
    {
        "amended": N_("amended"),
        "announced": N_("announced"),
        "approved": N_("approved"),
        "completed": N_("completed"),
        "damaged": N_("damaged"),
        "delivered": N_("delivered"),
        "deorbited": N_("deorbited"),
        "ended": N_("ended"),
        "entered_service": N_("entered service"),
        "failed": N_("failed"),
        "founded": N_("founded"),
        "handed_over": N_("handed over"),
        "held": N_("held"),
        "in_force": N_("in force"),
        "landed": N_("landed"),
        "launched": N_("launched"),
        "lost": N_("lost"),
        "opened": N_("opened"),
        "ordered": N_("ordered"),
        "proposed": N_("proposed"),
        "ratified": N_("ratified"),
        "renamed": N_("renamed"),
        "repealed": N_("repealed"),
        "resumed": N_("resumed"),
        "signed": N_("signed"),
        "started": N_("started"),
        "suspended": N_("suspended"),
        "transferred": N_("transferred"),
    }
)
# Steps that say when a record ended, see `domain.ends`.
ENDING_STEPS = ("ended", "repealed", "lost", "deorbited")
# From this record to the other, and from the other back.
RELATIONS = MappingProxyType(
    {
        "part_of": N_("part of"),
        "follows": N_("follows"),
        "amends": N_("amends"),
        "implements": N_("implements"),
        "about": N_("about"),
        "led_to": N_("led to"),
        "uses": N_("uses"),
        "crew_of": N_("crew of"),
        "launched_by": N_("launched by"),
        "replaces": N_("replaces"),
    }
)
REVERSE_RELATIONS = MappingProxyType(
    {
        "part_of": N_("includes"),
        "follows": N_("followed by"),
        "amends": N_("amended by"),
        "implements": N_("implemented by"),
        "about": N_("subject of"),
        "led_to": N_("result of"),
        "uses": N_("used by"),
        "crew_of": N_("flown by"),
        "launched_by": N_("launched"),
        "replaces": N_("replaced by"),
    }
)
# The best evidence first.
GRADES = MappingProxyType(
    {
        "official": N_("official"),
        "scholarly": N_("scholarly"),
        "data": N_("data"),
        "reference": N_("reference"),
        "press": N_("press"),
        "vendor": N_("vendor"),
    }
)
# The languages sources are in, by ISO 639-1, each as one says "a source in ...".
SOURCE_LANGUAGES = MappingProxyType(
    {
        "en": Names("English", "ағылшын тілі", "английский"),
        "ru": Names("Russian", "орыс тілі", "русский"),
        "kk": Names("Kazakh", "қазақ тілі", "казахский"),
        "de": Names("German", "неміс тілі", "немецкий"),
        "fr": Names("French", "француз тілі", "французский"),
        "ar": Names("Arabic", "араб тілі", "арабский"),
        "cs": Names("Czech", "чех тілі", "чешский"),
        "es": Names("Spanish", "испан тілі", "испанский"),
        "hi": Names("Hindi", "хинди тілі", "хинди"),
        "pl": Names("Polish", "поляк тілі", "польский"),
        "pt": Names("Portuguese", "португал тілі", "португальский"),
        "sr": Names("Serbian", "серб тілі", "сербский"),
        "uk": Names("Ukrainian", "украин тілі", "украинский"),
    }
)
VERDICTS = MappingProxyType(
    {
        "confirmed": N_("confirmed"),
        "imprecise": N_("imprecise"),
        "outdated": N_("outdated"),
        "unsupported": N_("unsupported"),
        "wrong": N_("wrong"),
        "unverified": N_("unverified"),
    }
)
PLACE_PRECISIONS = MappingProxyType({"site": N_("site"), "town": N_("town"), "area": N_("area")})
IN_BRIEF = MappingProxyType({"yes": N_("named"), "no": N_("not named")})
# What the founding brief is about, in its order: the first part of a claim's section.
CHAPTERS = MappingProxyType(
    {
        "Introduction": N_("Introduction"),
        "Key partner countries": N_("Key partners"),
        "Multilateral": N_("Multilateral cooperation"),
        "Objectives": N_("Objectives"),
        "Development stage": N_("Stage of development"),
        "Collaboration needed": N_("Collaboration needed"),
        "Cooperation with Italy": N_("Italy and Alenia"),
        "Summary": N_("Summary"),
        "Whole text": N_("Whole text"),
    }
)
# The source that is the founding brief itself.
BRIEF = "cossu-2025"
