#!/bin/sh
# Bring resources/i18n up to date with the texts in src: extract, update kk and ru, compile. The same sources give the same files.
set -eu
cd "$(dirname "$0")/.."
babel=.venv/bin/pybabel
template=build/kzexplorer.pot
mkdir -p build

# N_("...") marks a text for later, say("...") says it now, plural("one", "many", n) counts, and C_("context", "...") tells twins apart.
$babel --quiet extract --no-default-keywords \
    -k '_ N_ say self plural:1,2 gettext ngettext:1,2 C_:1c,2 pgettext:1c,2 npgettext:1c,2,3' \
    --add-comments 'Translators:' --strip-comments --add-location file --sort-by-file --no-wrap \
    --project kzexplorer --msgid-bugs-address '' --copyright-holder 'the kzexplorer authors' \
    --output "$template" src

for language in kk ru; do
    catalogue=resources/i18n/$language/LC_MESSAGES/kzexplorer
    mkdir -p "$(dirname "$catalogue")"
    # The header's dates stay as they are, so that running this twice changes nothing.
    $babel --quiet update --domain kzexplorer --input-file "$template" --output-file "$catalogue.po" --locale "$language" \
        --init-missing --ignore-pot-creation-date --no-fuzzy-matching --no-wrap
    $babel compile --statistics --domain kzexplorer --input-file "$catalogue.po" --output-file "$catalogue.mo" --locale "$language"
done
