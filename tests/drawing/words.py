"""Titles and texts made of awkward words."""

from hypothesis import strategies as st

WORDS = st.lists(
    st.sampled_from(
        "di dan kata Inspektorat PENGAWASAN Pertanggungjawaban WWWWWWWWWW iiii 2026, … “aula” –"
        " AVATAR To.Ta #satu https://a.id/b é ŋ".split()
    )
    | st.text("abcijlmwAJTVWY0179.,-–… “”é", min_size=1, max_size=25),
    max_size=40,
).map(" ".join)
