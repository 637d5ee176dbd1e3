//! A project on disk: found, walked, loaded, saved, and set up in the first place.

pub mod discover;
pub mod docusaurus;
pub mod elsewhere;
pub mod glossary;
pub mod init;
pub mod layout;
pub mod leftover;
pub mod load;
pub mod locale;
pub mod messages;
pub mod place;
pub mod propose;
pub mod refusal;
pub mod save;
pub mod segmentation;
pub mod setting;
pub mod site;
pub mod site_pages;
pub mod site_settings;
pub mod sniff;
pub mod strayed;
pub mod suffix;
pub mod sync;
pub mod turn;
pub mod walk;
