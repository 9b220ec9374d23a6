"""The timeline on pages, as numbers: what is painted on paper and made into slides."""
