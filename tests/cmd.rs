//! The program as its users meet it: sessions at a prompt, in both languages.

#[test]
fn sessions_at_a_prompt() {
    trycmd::TestCases::new()
        .env("LC_ALL", "C")
        .env("NO_COLOR", "1")
        .case("tests/cmd/*.md");
}
