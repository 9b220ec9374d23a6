"""Where the reader asks: words, partners, values, times, and what to do when nothing is found."""
