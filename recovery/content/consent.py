"""What a patient agrees to when they join. A change of meaning is a new version, and everybody is asked again."""

VERSION = 1

HEADING = "Before you start"

POINTS = (
    "You write down your pain, your walks and your exercises here.",
    "You can see what you save, and so can your care team at this clinic. Nobody else can.",
    "The person who leads the clinic sees counts, and who looked at what.",
    "They see your name only when nobody is looking after you, so that they can find you someone.",
    "Every look at your record by somebody else is written down. You can see who looked.",
    "Nobody watches this app all the time. If you are worried, or a warning sign starts, call.",
    "Your answers stay in the clinic’s own system. No other company gets them.",
    "You can stop at any time. Tell your physiotherapist. Your care goes on in the same way.",
)

AGREE = "I have read this, and I agree"
