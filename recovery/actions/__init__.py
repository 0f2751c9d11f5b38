"""What the app can do: one verb a file. Each takes the actor, values and now; checks may(); commits once."""
