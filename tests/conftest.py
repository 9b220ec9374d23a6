"""What all tests share; that this file lies here lets them import `rows` and `exports` beside it."""
