//! Files in memory, for tests.
