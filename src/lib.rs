//! duizhao (对照, "set side by side") keeps a Markdown translation in step with its source.
//!
//! The house, from the ground up; a folder imports only folders on lower floors:
//! bytes → [`text`] → [`document`] → [`markdown`], [`termbase`] → [`catalog`] → [`bitext`] → [`lock`] → [`lint`], [`progress`], [`draft`]
//! → [`rules`], [`i18n`] → [`report`], [`interchange`] → [`config`] → [`edge`], the only one that touches the world.

pub mod text;

pub mod document;

pub mod markdown;
pub mod termbase;

pub mod catalog;

pub mod bitext;

pub mod lock;

pub mod draft;
pub mod lint;
pub mod progress;

pub mod i18n;
pub mod rules;

pub mod interchange;
pub mod render;
pub mod report;

pub mod config;

pub mod edge;
