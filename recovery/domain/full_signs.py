"""The full list of warning signs, tier 1 and tier 2 (CLINICAL.md 5), each to be ticked on its own; and tier 3.

Any one sign of NUMB_BLADDER_BOWEL is enough: cauda equina, GIRFT 2023 and OUH 10127P. Other sources: nhs.uk lumbar
decompression, nidirect pulmonary embolism. An older public page lists breathlessness and bladder loss as "call
hospital or GP"; both stand in tier 1 on purpose.
"""

from dataclasses import dataclass

from recovery.domain.operation import Region
from recovery.domain.sign import Sign, Topic
from recovery.domain.warning_answer import Tier

Words = tuple[str, str, str]
"""Key, words to tick, sentence to say on the phone."""


def _signs(tier: Tier, topic: Topic, *words: Words, region: Region | None = None) -> tuple[Sign, ...]:
    return tuple(Sign(key=key, ask=ask, say=say, tier=tier, topic=topic, region=region) for key, ask, say in words)


_CAUDA_EQUINA = _signs(
    Tier.EMERGENCY,
    Topic.NUMB_BLADDER_BOWEL,
    ("cannot-pee", "I cannot pee", "I cannot pee."),
    (
        "trouble-peeing",
        "New or worse trouble starting, stopping or feeling my pee",
        "I have new or worse trouble starting, stopping or feeling my pee.",
    ),
    ("leaking-pee", "I leak pee", "I leak pee."),
    (
        "bladder-full-unknown",
        "I do not know if my bladder is full or not",
        "I do not know if my bladder is full or not.",
    ),
    (
        "no-poo-control",
        "I cannot control my poo, or cannot feel it",
        "I cannot control my poo, or cannot feel it.",
    ),
    (
        "numb-or-tingling-between-thighs",
        "Numb or tingling between my inner thighs, or in my genitals, bottom or back passage",
        "I am numb or tingling between my inner thighs, or in my genitals, bottom or back passage.",
    ),
    (
        "sexual-feeling-lost",
        "I have newly lost sexual feeling, or sex does not work as before",
        "I have newly lost sexual feeling, or sex does not work as before.",
    ),
)

_EMERGENCY = (
    *_signs(
        Tier.EMERGENCY,
        Topic.LEGS,
        (
            "both-legs",
            "New or worse weakness, numbness or pain in both legs",
            "I have new or worse weakness, numbness or pain in both legs.",
        ),
        ("cannot-lift-foot", "I cannot lift my foot", "I cannot lift my foot."),
        ("cannot-move-leg", "I cannot move my leg or stand on it", "I cannot move my leg or stand on it."),
        (
            "weaker-over-hours",
            "Weakness that is getting worse over hours",
            "I am weak, and it is getting worse over hours.",
        ),
        (
            "back-pain-and-weak",
            "New, very bad back pain with weakness",
            "I have new, very bad back pain, and I am weak.",
        ),
    ),
    *_signs(
        Tier.EMERGENCY,
        Topic.CHEST,
        ("chest-pain", "Any chest pain", "I have chest pain."),
        ("hard-to-breathe", "It is hard to breathe", "It is hard to breathe."),
        ("coughing-blood", "I cough up blood", "I am coughing up blood."),
        ("collapse", "I collapsed or passed out", "I collapsed or passed out."),
    ),
    *_signs(
        Tier.EMERGENCY,
        Topic.SLEEPY,
        ("hard-to-wake", "Very sleepy, or hard to wake", "I am very sleepy, or hard to wake."),
        ("slow-breathing", "Slow breathing", "My breathing is slow."),
        ("blue-lips", "Blue lips", "My lips are blue."),
    ),
    *_signs(
        Tier.EMERGENCY,
        Topic.FEVER_HEADACHE,
        ("fever-and-confused", "Fever, and I am confused", "I have a fever and I am confused."),
        (
            "headache-and-more",
            "A very bad headache with a fever, a stiff neck or feeling very sleepy",
            "I have a very bad headache with a fever, a stiff neck or feeling very sleepy.",
        ),
        ("fever-and-very-unwell", "Fever, and I feel very unwell", "I have a fever and I feel very unwell."),
    ),
    *_signs(
        Tier.EMERGENCY,
        Topic.BLEEDING,
        (
            "bleeding-after-pressing",
            "Bleeding that does not stop after 10 minutes of pressing",
            "I am bleeding. I pressed on it for 10 minutes and it does not stop.",
        ),
    ),
    *_signs(
        Tier.EMERGENCY,
        Topic.FALL,
        ("fall-and-head", "I fell and hit my head", "I fell and hit my head."),
        (
            "fall-and-weak",
            "I fell, and I am newly weak or numb",
            "I fell, and I am newly weak or numb.",
        ),
        ("fall-and-stuck", "I fell and cannot get up", "I fell and I cannot get up."),
    ),
    *_signs(
        Tier.EMERGENCY,
        Topic.AFTER_NECK_SURGERY,
        ("neck-swelling", "Swelling in my neck", "I had an operation on my neck, and my neck is swelling."),
        (
            "neck-breathe-or-swallow",
            "It is hard to breathe or swallow",
            "I had an operation on my neck, and it is hard to breathe or swallow.",
        ),
        ("noisy-breathing", "Noisy breathing", "I had an operation on my neck, and my breathing is noisy."),
        ("clumsy-hands", "New clumsy hands", "My hands are newly clumsy."),
        ("weak-arms", "Weak arms", "My arms are weak."),
        ("unsteady-walking", "I walk unsteadily", "I walk unsteadily."),
        region=Region.CERVICAL,
    ),
    *_signs(
        Tier.EMERGENCY,
        Topic.FROM_THE_FRONT,
        ("cold-pale-leg", "A cold, pale leg", "My leg is cold and pale."),
        ("hard-swollen-tummy", "A hard, swollen tummy", "My tummy is hard and swollen."),
    ),
    Sign(
        key="self-harm",
        ask="Thoughts of harming myself",
        say="I have thoughts of harming myself.",
        tier=Tier.EMERGENCY,
        topic=Topic.SELF_HARM,
        is_crisis=True,
    ),
)

_TODAY = (
    *_signs(
        Tier.TODAY,
        Topic.WOUND,
        (
            "wound-colour",
            "My wound is redder or darker than the skin around it",
            "My wound is redder or darker than the skin around it.",
        ),
        ("wound-hot-or-swollen", "My wound is hotter or swollen", "My wound is hotter or swollen."),
        ("wound-leaks-or-smells", "My wound leaks or smells", "My wound leaks or smells."),
        ("wound-opens", "My wound is opening", "My wound is opening."),
        ("dressing-soaked", "The dressing is soaked", "My dressing is soaked."),
        ("clear-fluid", "Clear fluid comes out", "Clear fluid comes from my wound."),
    ),
    *_signs(
        Tier.TODAY,
        Topic.FEVER_HEADACHE,
        ("temperature-38", "My temperature is 38 °C or more", "My temperature is 38 or more."),
        ("shivering", "I am shivering", "I am shivering."),
        (
            "headache-worse-up",
            "A very bad headache that is worse when I am up and better when I lie flat",
            "I have a very bad headache. It is worse when I am up and better when I lie flat.",
        ),
    ),
    *_signs(
        Tier.TODAY,
        Topic.CALF,
        (
            "calf-throbs-swells",
            "One calf or thigh throbs, is swollen or feels warm",
            "One calf or thigh throbs, is swollen or feels warm.",
        ),
    ),
    *_signs(
        Tier.TODAY,
        Topic.LEGS,
        ("leg-little-weaker", "A leg is a little weaker", "One leg is a little weaker."),
        ("numb-patch", "A new numb patch", "I have a new numb patch."),
        ("leg-pain-rising", "My leg pain is clearly going up", "My leg pain is clearly going up."),
    ),
    *_signs(
        Tier.TODAY,
        Topic.AFTER_NECK_SURGERY,
        ("arm-numb-patch", "A new numb patch in one arm", "I have a new numb patch in one arm."),
        ("hoarse-voice", "A new hoarse voice", "My voice is newly hoarse. I had an operation on my neck."),
        region=Region.CERVICAL,
    ),
    *_signs(
        Tier.TODAY,
        Topic.OTHER,
        ("other-fall-or-injury", "Any other fall or injury", "I had a fall or an injury."),
        ("vomiting-over-a-day", "Being sick for over 24 hours", "I have been sick for over 24 hours."),
        (
            "confused-on-painkillers",
            "Confused or seeing things, and I take painkillers",
            "I take painkillers, and I am confused or seeing things.",
        ),
    ),
)

FULL_LIST: tuple[Sign, ...] = (*_CAUDA_EQUINA, *_EMERGENCY, *_TODAY)


@dataclass(frozen=True, slots=True)
class Mention:
    """Tier 3: no warning sign; something for the questions for the next visit. `key` is stored for good."""

    key: str
    words: str


MENTION_NEXT_TIME = (
    Mention("constipation", "It is hard to poo (constipation)"),
    Mention("poor-sleep", "Poor sleep"),
    Mention("low-mood", "Low mood"),
    Mention("pain-not-easing", "Pain that does not ease"),
    Mention("exercise-too-hard", "An exercise that feels too hard"),
    Mention("medicine-running-out", "Medicine that will run out soon"),
)
