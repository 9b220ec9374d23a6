"""Spoil bytes and texts at random: the same seed spoils the same bytes in the same way."""

from random import Random

from rows import NASTY

PAGE = 4096
_MOST = 4 * 2**20  # bytes a mutant may grow to; what is too large has tests of its own
_NUMBERS = (b"0", b"-1", b"1e999", b"9" * 400, b"nan", b"0x7fffffff", b"2147483648", b"\xc2\xb2", b"1_000", b"-0.0")


def spoiled(data, chance, ways):
    """Spoil bytes once, or now and then up to eight times."""
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        data = chance.choice(ways)(data, chance)
    return data[:_MOST]


def flip(data, chance):
    """Turn single bits over."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 4, 64)) if out else 0):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def cut(data, chance):
    """End early, as a copy that was stopped."""
    return data[: chance.randint(0, len(data))]


def hole(data, chance):
    """Write over a stretch what a bad disk gives."""
    start, length = _stretch(data, chance)
    byte = chance.choice((b"\x00", b"\xff", b"A", b"\n"))
    return data[:start] + byte * length + data[start + length :]


def drop(data, chance):
    """Leave out a stretch."""
    start, length = _stretch(data, chance)
    return data[:start] + data[start + length :]


def double(data, chance):
    """Write a stretch again, once or very often."""
    start, length = _stretch(data, chance)
    times = chance.choice((1, 1, 3, 2000))
    return data[:start] + data[start : start + length] * min(times, _MOST // (length or 1)) + data[start:]


def swap(data, chance):
    """Exchange two pages."""
    pages = [data[n : n + PAGE] for n in range(0, len(data), PAGE)]
    if len(pages) > 1:
        one, other = chance.sample(range(len(pages)), 2)
        pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def plant(data, chance):
    """Put a text that has broken programs somewhere."""
    at = chance.randint(0, len(data))
    return data[:at] + nasty(chance) + data[at + chance.choice((0, 0, 1, 8)) :]


def tokens(data, chance):
    """Exchange, lose or enlarge what stands between marks: words, numbers, brackets, quotes."""
    at = [n for n, byte in enumerate(data) if byte in b" ,;=&\"'[]{}()<>:.\n\t"]
    if len(at) < 2:
        return data
    first = chance.randrange(len(at) - 1)
    start, stop = at[first] + 1, at[first + 1]
    other = chance.randrange(len(at) - 1)
    new = chance.choice((b"", nasty(chance), chance.choice(_NUMBERS), data[at[other] : at[other + 1]]))
    return data[:start] + new + data[stop:]


def lines(data, chance):
    """Lose, double or exchange whole lines, or join them all."""
    rows = data.split(b"\n")
    one, other = chance.randrange(len(rows)), chance.randrange(len(rows))
    match chance.randrange(5):
        case 0:
            del rows[one]
        case 1:
            rows.insert(one, rows[other])
        case 2:
            rows[one], rows[other] = rows[other], rows[one]
        case 3:
            return b"\r".join(rows)
        case _:
            rows[one] = rows[one] * min(chance.choice((2, 5000)), 2**26 // max(len(rows[one]), 1))
    return b"\n".join(rows)


def encoded(data, chance):
    """Write a text in another encoding."""
    name = chance.choice(("utf-16", "utf-16-le", "utf-32", "cp1251", "koi8-r", "utf-8-sig", "utf-7", "cp037"))
    return data.decode("utf-8", "replace").encode(name, "replace")


def nasty(chance):
    """Give one of the texts that have broken programs, a lone surrogate as the bytes it would be."""
    return chance.choice(NASTY).encode("utf-8", "surrogatepass")


def _stretch(data, chance):
    start = chance.randint(0, len(data))
    return start, min(chance.choice((1, 2, 7, 100, PAGE)), len(data) - start)


BYTES = (flip, cut, hole, drop, double, plant)
PAGES = (*BYTES, swap, swap)
TEXT = (flip, cut, drop, double, plant, tokens, tokens, tokens, lines, lines, encoded)


def chance_of(seed):
    """Give the chances of one seed."""
    return Random(seed)
