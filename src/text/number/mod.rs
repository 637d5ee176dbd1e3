//! Numbers, dates and measures in running text: what values a reader of Chinese or English takes from it.

mod alike;
pub mod chinese;
pub mod compare;
pub mod decimal;
pub mod digits;
pub mod english;
mod flaw;
pub mod han;
pub mod hedge;
mod iso_date;
#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type, as the house does"
)]
pub mod number;
pub mod say;
pub mod scan;
pub mod spare;
mod token;
pub mod unit;
pub mod words;
