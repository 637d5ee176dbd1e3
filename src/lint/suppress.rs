//! Waivers: comments that silence a rule for a block.
