"""The rules of the worklist by family, each a pure function of facts, thresholds and the patient's own day."""
