"""Turn what a person typed into a full-text expression; never raises, never passes raw syntax on."""


def expression(tokens: tuple[str, ...]) -> str:
    """Ask for the tokens of a word side by side, the last as a prefix.

    Tokens are letters and digits only, so that quoting them is safe by construction. A last one that ends in k may
    be half of the kh that is folded to h.
    """
    asked = [" ".join(tokens)]
    if tokens[-1].endswith("k"):
        asked.append(asked[0][:-1] + "h")
    return " OR ".join(f'"{text}" *' for text in asked)
