//! Every rule, one file each; the id `group/name` is the path. To add one: copy a neighbor, then add its two lines here.

use crate::lint::rule::Rule;

pub mod code {
    //! Rules `code/*`.

    pub mod changed;
    pub mod missing;
}

pub mod dnt {
    //! Rules `dnt/*`.

    pub mod altered;
    pub mod auto_latin;
    pub mod missing;
}

pub mod left {
    //! Rules `left/*`.

    pub mod han;
    pub mod same;
}

pub mod link {
    //! Rules `link/*`.

    pub mod missing;
    pub mod url_changed;
}

pub mod markup {
    //! Rules `markup/*`.

    pub mod heading;
}

pub mod punct {
    //! Rules `punct/*`.

    pub mod cjk;
}

pub mod state {
    //! Rules `state/*`.

    pub mod blind_accept;
    pub mod edited;
    pub mod lock_damaged;
    pub mod machine;
    pub mod orphaned;
    pub mod stale;
    pub mod unconfirmed;
    pub mod untranslated;
}

pub mod syntax {
    //! Rules `syntax/*`.

    pub mod comment_unclosed;
    pub mod conflict_markers;
    pub mod directive_unclosed;
    pub mod emphasis_unclosed;
    pub mod fence_unclosed;
    pub mod front_matter_malformed;
    pub mod nesting_too_deep;
}

pub mod term {
    //! Rules `term/*`.

    pub mod case;
    pub mod first_mention;
    pub mod forbidden;
    pub mod missing;
    pub mod variant;
}

/// Every rule there is, ordered by id.
pub static RULES: &[&Rule] = &[
    &code::changed::RULE,
    &code::missing::RULE,
    &dnt::altered::RULE,
    &dnt::auto_latin::RULE,
    &dnt::missing::RULE,
    &left::han::RULE,
    &left::same::RULE,
    &link::missing::RULE,
    &link::url_changed::RULE,
    &markup::heading::RULE,
    &punct::cjk::RULE,
    &state::blind_accept::RULE,
    &state::edited::RULE,
    &state::lock_damaged::RULE,
    &state::machine::RULE,
    &state::orphaned::RULE,
    &state::stale::RULE,
    &state::unconfirmed::RULE,
    &state::untranslated::RULE,
    &syntax::comment_unclosed::RULE,
    &syntax::conflict_markers::RULE,
    &syntax::directive_unclosed::RULE,
    &syntax::emphasis_unclosed::RULE,
    &syntax::fence_unclosed::RULE,
    &syntax::front_matter_malformed::RULE,
    &syntax::nesting_too_deep::RULE,
    &term::case::RULE,
    &term::first_mention::RULE,
    &term::forbidden::RULE,
    &term::missing::RULE,
    &term::variant::RULE,
];
