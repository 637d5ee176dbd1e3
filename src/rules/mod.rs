//! Every rule, one file each; the id `group/name` is the path. To add one: copy a neighbor, then add its two lines here.

use crate::lint::rule::Rule;

pub mod code {
    //! Rules `code/*`.

    pub mod block_changed;
    pub mod changed;
    pub mod math;
    pub mod missing;
    pub mod placeholder;
}

pub mod cons {
    //! Rules `cons/*`.

    pub mod same_source;
    pub mod same_target;
    pub mod spelling;
}

pub mod date {
    //! Rules `date/*`.

    pub mod mismatch;
}

pub mod dnt {
    //! Rules `dnt/*`.

    pub mod altered;
    pub mod auto_latin;
    pub mod missing;
}

pub mod gloss {
    //! Rules `gloss/*`.

    pub mod collision;
    pub mod conflict;
    pub mod example_fails;
    pub mod forbid_overlaps_target;
    pub mod low_obey_rate;
    pub mod note_in_target;
    pub mod packed_alternatives;
    pub mod shadowed;
    pub mod too_short;
    pub mod unused;
    pub mod unverified;
}

pub mod left {
    //! Rules `left/*`.

    pub mod han;
    pub mod han_gloss;
    pub mod meta;
    pub mod same;
}

pub mod len {
    //! Rules `len/*`.

    pub mod ratio;
    pub mod sentences;
}

pub mod link {
    //! Rules `link/*`.

    pub mod anchor_broken;
    pub mod broken;
    pub mod missing;
    pub mod untranslated_page;
    pub mod url_changed;
}

pub mod markup {
    //! Rules `markup/*`.

    pub mod emphasis;
    pub mod heading;
    pub mod html;
    pub mod unbalanced;
}

pub mod num {
    //! Rules `num/*`.

    pub mod extra;
    pub mod hedge;
    pub mod missing;
    pub mod multiple;
    pub mod ordinal;
    pub mod percent;
    pub mod precision;
    pub mod range;
    pub mod scale;
    pub mod weak;
}

pub mod punct {
    //! Rules `punct/*`.

    pub mod cjk;
    pub mod r#final;
    pub mod quote;
    pub mod space;
}

pub mod r#ref {
    //! Rules `ref/*`.

    pub mod marker;
}

pub mod site {
    //! Rules `site/*`.

    pub mod asset_depth;
    pub mod extension;
    pub mod front_matter_drift;
    pub mod heading_id;
    pub mod mdx_comment;
}

pub mod state {
    //! Rules `state/*`.

    pub mod blind_accept;
    pub mod edited;
    pub mod layout;
    pub mod lock_damaged;
    pub mod machine;
    pub mod moved;
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
    pub mod messages_malformed;
    pub mod nesting_too_deep;
}

pub mod term {
    //! Rules `term/*`.

    pub mod case;
    pub mod count;
    pub mod discovered;
    pub mod first_mention;
    pub mod forbidden;
    pub mod inconsistent;
    pub mod missing;
    pub mod variant;
}

pub mod unit {
    //! Rules `unit/*`.

    pub mod currency;
    pub mod mismatch;
}

pub mod waiver {
    //! Rules `waiver/*`.

    pub mod no_reason;
    pub mod unclosed;
    pub mod unknown_rule;
    pub mod unused;
}

/// Every rule there is, ordered by id.
pub static RULES: &[&Rule] = &[
    &code::block_changed::RULE,
    &code::changed::RULE,
    &code::math::RULE,
    &code::missing::RULE,
    &code::placeholder::RULE,
    &cons::same_source::RULE,
    &cons::same_target::RULE,
    &cons::spelling::RULE,
    &date::mismatch::RULE,
    &dnt::altered::RULE,
    &dnt::auto_latin::RULE,
    &dnt::missing::RULE,
    &gloss::collision::RULE,
    &gloss::conflict::RULE,
    &gloss::example_fails::RULE,
    &gloss::forbid_overlaps_target::RULE,
    &gloss::low_obey_rate::RULE,
    &gloss::note_in_target::RULE,
    &gloss::packed_alternatives::RULE,
    &gloss::shadowed::RULE,
    &gloss::too_short::RULE,
    &gloss::unused::RULE,
    &gloss::unverified::RULE,
    &left::han::RULE,
    &left::han_gloss::RULE,
    &left::meta::RULE,
    &left::same::RULE,
    &len::ratio::RULE,
    &len::sentences::RULE,
    &link::anchor_broken::RULE,
    &link::broken::RULE,
    &link::missing::RULE,
    &link::untranslated_page::RULE,
    &link::url_changed::RULE,
    &markup::emphasis::RULE,
    &markup::heading::RULE,
    &markup::html::RULE,
    &markup::unbalanced::RULE,
    &num::extra::RULE,
    &num::hedge::RULE,
    &num::missing::RULE,
    &num::multiple::RULE,
    &num::ordinal::RULE,
    &num::percent::RULE,
    &num::precision::RULE,
    &num::range::RULE,
    &num::scale::RULE,
    &num::weak::RULE,
    &punct::cjk::RULE,
    &punct::r#final::RULE,
    &punct::quote::RULE,
    &punct::space::RULE,
    &r#ref::marker::RULE,
    &site::asset_depth::RULE,
    &site::extension::RULE,
    &site::front_matter_drift::RULE,
    &site::heading_id::RULE,
    &site::mdx_comment::RULE,
    &state::blind_accept::RULE,
    &state::edited::RULE,
    &state::layout::RULE,
    &state::lock_damaged::RULE,
    &state::machine::RULE,
    &state::moved::RULE,
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
    &syntax::messages_malformed::RULE,
    &syntax::nesting_too_deep::RULE,
    &term::case::RULE,
    &term::count::RULE,
    &term::discovered::RULE,
    &term::first_mention::RULE,
    &term::forbidden::RULE,
    &term::inconsistent::RULE,
    &term::missing::RULE,
    &term::variant::RULE,
    &unit::currency::RULE,
    &unit::mismatch::RULE,
    &waiver::no_reason::RULE,
    &waiver::unclosed::RULE,
    &waiver::unknown_rule::RULE,
    &waiver::unused::RULE,
];
