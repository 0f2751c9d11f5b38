"""What made-up patients write to their team, and what one of their physiotherapists advises."""

NOTES = (
    "Slept better last night. The walk to the shop and back went well.",
    "Stiff in the morning, easier after I had moved about.",
    "Sitting in the car is still the hardest part. Is there a better way to sit?",
    "My daughter helped me with the stairs today.",
    "I did a bit too much in the garden yesterday and feel it today.",
    "The tablets make me sleepy in the afternoon. I would like to talk about that.",
    "First time round the block without stopping.",
    "When can I ask about going back to work for a few hours?",
    "The pulling in my leg comes and goes. It is not new.",
    "I was not sure how to do the bridge. Could you show me again?",
    "Rested more today. We had visitors and I was tired.",
    "Walked with my neighbour. It was good to have company.",
)
SIGN_NOTE = "It began this morning. I have called as the page said."
ADVICE_ABOUT = "Why physical therapy matters"
ADVICE = (
    "You have done a lot, and your back needs a rest from bending. This week walk as you like and leave the bending "
    "exercises out. We look at it again when you come in."
)
"""Pinned for one patient in the place of that passage, by its heading."""

HAS_READ = ("What happens in a discectomy", "Everyone heals in their own way")
