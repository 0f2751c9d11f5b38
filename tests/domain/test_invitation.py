"""Codes: 50 bits, read back as they were made, however they are typed."""

from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.invitation import ALPHABET, CODE_LENGTH, code_from_bytes, in_groups, read_code

CODES = st.binary(min_size=8, max_size=8).map(code_from_bytes)


@given(CODES)
def test_a_code_is_ten_letters_of_crockfords_alphabet_and_is_read_back(code):
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(ALPHABET)
    assert read_code(code) == read_code(in_groups(code)) == read_code(f"  {code.lower()} ") == code


@given(CODES)
def test_letters_that_look_like_digits_are_read_as_digits(code):
    assert read_code(code.replace("0", "O").replace("1", "I")) == code
    assert read_code(code.replace("0", "o").replace("1", "l")) == code


@given(st.text(max_size=30))
def test_anything_else_is_no_code_and_never_an_error(text):
    code = read_code(text)
    assert code is None or (len(code) == CODE_LENGTH and set(code) <= set(ALPHABET))


def test_the_code_space_is_fifty_bits():
    assert len(set(ALPHABET)) ** CODE_LENGTH == 2**50
