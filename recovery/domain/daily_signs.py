"""The rows of the daily question about warning signs, "new or worse since you left hospital" (CLINICAL.md 5).

Eight rows for everyone, two more after cervical surgery. Rows 3, 5, 6 and 8 hold signs of both tiers, so they open one
more question. Where an answer is on neither list (another very bad headache, confused without painkillers) the higher
tier stands [D]. Sources: nhs.uk lumbar decompression, nidirect pulmonary embolism, GIRFT 2023.
"""

from recovery.domain.operation import Region
from recovery.domain.sign import Choice, Detail, Row, Topic
from recovery.domain.warning_answer import Tier

_FIRST_TRUE = "Which one is it? Choose the first one that is true."

_LEG = Detail(
    ask=_FIRST_TRUE,
    choices=(
        Choice(
            key="both-legs",
            words="It is in both legs",
            say="I have new or worse weakness or numbness in both legs.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="cannot-lift-or-stand",
            words="I cannot lift my foot, move my leg or stand on it",
            say="I have a new weak leg. I cannot lift my foot, move my leg or stand on it.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="worse-over-hours",
            words="The weakness is getting worse over hours",
            say="My leg is weak, and it is getting worse over hours.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="with-back-pain",
            words="It is weak, and I have new very bad back pain",
            say="I have new very bad back pain, and my leg is weak.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="a-little",
            words="One leg is a little weaker, or has a new numb patch",
            say="One leg is a little weaker, or has a new numb patch.",
            tier=Tier.TODAY,
        ),
    ),
)

_FEVER_HEADACHE = Detail(
    ask=_FIRST_TRUE,
    choices=(
        Choice(
            key="fever-confused",
            words="Fever, and I am confused",
            say="I have a fever and I am confused.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="headache-with-more",
            words="A very bad headache with a fever, a stiff neck or feeling very sleepy",
            say="I have a very bad headache with a fever, a stiff neck or feeling very sleepy.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="fever-very-unwell",
            words="Fever, and I feel very unwell",
            say="I have a fever and I feel very unwell.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="headache-upright",
            words="A very bad headache that is worse when I am up and better when I lie flat",
            say="I have a very bad headache. It is worse when I am up and better when I lie flat.",
            tier=Tier.TODAY,
        ),
        Choice(
            key="another-headache",
            words="Any other very bad headache",
            say="I have a very bad headache.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="fever-or-shivering",
            words="A fever (38 °C or more), or shivering",
            say="I have a fever of 38 or more, or I am shivering.",
            tier=Tier.TODAY,
        ),
    ),
)

_WOUND = Detail(
    ask=_FIRST_TRUE,
    choices=(
        Choice(
            key="bleeding",
            words="It bleeds, and 10 minutes of pressing does not stop it",
            say="My wound is bleeding. I pressed on it for 10 minutes and it does not stop.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="clear-fluid-or-soaked",
            words="Clear fluid comes out, or the dressing is soaked",
            say="Clear fluid comes from my wound, or the dressing is soaked.",
            tier=Tier.TODAY,
        ),
        Choice(
            key="changed",
            words="It is redder or darker, hotter, swollen, leaking, smelling or opening",
            say="My wound is redder or darker, hotter, swollen, leaking, smelling or opening.",
            tier=Tier.TODAY,
        ),
    ),
)

_FALL_SLEEPY = Detail(
    ask=_FIRST_TRUE,
    choices=(
        Choice(
            key="very-sleepy",
            words="Very sleepy or hard to wake, slow breathing or blue lips",
            say="I am very sleepy or hard to wake, my breathing is slow or my lips are blue.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="fall-hit-head",
            words="I fell and hit my head",
            say="I fell and hit my head.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="fall-weak-or-stuck",
            words="I fell, and I am newly weak or numb, or cannot get up",
            say="I fell, and I am newly weak or numb, or I cannot get up.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="confused-other",
            words="Confused, and I have a fever or take no painkillers",
            say="I am confused, and I have a fever or take no painkillers.",
            tier=Tier.EMERGENCY,
        ),
        Choice(
            key="confused-painkillers",
            words="Confused or seeing things, and I take painkillers",
            say="I take painkillers, and I am confused or seeing things.",
            tier=Tier.TODAY,
        ),
        Choice(
            key="other-fall",
            words="Any other fall or injury",
            say="I had a fall or an injury.",
            tier=Tier.TODAY,
        ),
    ),
)

CAUDA_EQUINA_ROWS = (
    Row(
        key="numb-between-legs",
        ask="A numb or odd feeling between my legs, or in my bottom or genitals",
        say="I have a numb or odd feeling between my legs, or in my bottom or genitals. It is new or worse.",
        tier=Tier.EMERGENCY,
        topic=Topic.NUMB_BLADDER_BOWEL,
    ),
    Row(
        key="pee-poo-or-sex",
        ask="New trouble with pee or poo, or with sexual feeling",
        say="I have new trouble with pee or poo, or with sexual feeling.",
        tier=Tier.EMERGENCY,
        topic=Topic.NUMB_BLADDER_BOWEL,
    ),
)
"""Rows 1 and 2: the only ones asked before surgery (CLINICAL.md 12)."""

DAILY_ROWS = (
    *CAUDA_EQUINA_ROWS,
    Row(
        key="leg-weak-or-numb",
        ask="New weakness or numbness in a leg",
        say="I have new weakness or numbness in a leg.",
        tier=Tier.EMERGENCY,
        topic=Topic.LEGS,
        detail=_LEG,
    ),
    Row(
        key="chest-or-breathing",
        ask="Chest pain, or it is hard to breathe",
        say="I have chest pain, or it is hard to breathe.",
        tier=Tier.EMERGENCY,
        topic=Topic.CHEST,
    ),
    Row(
        key="fever-or-headache",
        ask="Fever, shivering or a very bad headache",
        say="I have a fever, shivering or a very bad headache.",
        tier=Tier.EMERGENCY,
        topic=Topic.FEVER_HEADACHE,
        detail=_FEVER_HEADACHE,
    ),
    Row(
        key="wound-changed",
        ask="My wound has changed, leaks or is opening",
        say="My wound has changed, leaks or is opening.",
        tier=Tier.EMERGENCY,
        topic=Topic.WOUND,
        detail=_WOUND,
    ),
    Row(
        key="calf-sore-swollen",
        ask="One calf or thigh is sore and swollen",
        say="One calf or thigh is sore and swollen.",
        tier=Tier.TODAY,
        topic=Topic.CALF,
    ),
    Row(
        key="fall-or-sleepy",
        ask="A fall, or I am very sleepy or confused",
        say="I had a fall, or I am very sleepy or confused.",
        tier=Tier.EMERGENCY,
        topic=Topic.FALL,
        detail=_FALL_SLEEPY,
    ),
    Row(
        key="neck-swelling-or-swallowing",
        ask="Swelling in my neck, or trouble swallowing",
        say="I had an operation on my neck. Now I have swelling in my neck, or trouble swallowing.",
        tier=Tier.EMERGENCY,
        topic=Topic.AFTER_NECK_SURGERY,
        region=Region.CERVICAL,
    ),
    Row(
        key="weak-hands-or-unsteady",
        ask="New weak or clumsy hands or arms, or I walk unsteadily",
        say="I have new weak or clumsy hands or arms, or I walk unsteadily.",
        tier=Tier.EMERGENCY,
        topic=Topic.AFTER_NECK_SURGERY,
        region=Region.CERVICAL,
    ),
)
