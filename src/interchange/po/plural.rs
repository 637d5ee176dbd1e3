//! `Plural-Forms`: how many forms a language has, and which one a number takes, as an expression of C.

/// The value of `Plural-Forms`, read.
#[derive(Clone, Debug)]
pub struct Plural {
    /// How many forms there are.
    pub n_forms: u32,
    form: Term,
}

#[derive(Clone, Debug)]
enum Term {
    Number(u64),
    N,
    Not(Box<Self>),
    Two(Operator, Box<Self>, Box<Self>),
    Choice(Box<Self>, Box<Self>, Box<Self>),
}

#[derive(Clone, Copy, Debug)]
enum Operator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    More,
    AtMost,
    AtLeast,
    Plus,
    Minus,
    Times,
    Over,
    Modulo,
}

/// Operators by how tightly they bind, the loosest first; longer ones before those they begin with.
const LEVELS: &[&[(&str, Operator)]] = &[
    &[("||", Operator::Or)],
    &[("&&", Operator::And)],
    &[("==", Operator::Equal), ("!=", Operator::Unequal)],
    &[
        ("<=", Operator::AtMost),
        (">=", Operator::AtLeast),
        ("<", Operator::Less),
        (">", Operator::More),
    ],
    &[("+", Operator::Plus), ("-", Operator::Minus)],
    &[
        ("*", Operator::Times),
        ("/", Operator::Over),
        ("%", Operator::Modulo),
    ],
];

/// Expressions are nested a few levels deep; what is deeper is no plural rule.
const DEEPEST: usize = 64;

/// Longer than any plural rule there is.
const LONGEST: usize = 4096;

impl Plural {
    /// Reads `nplurals=2; plural=n != 1;`.
    pub fn parse(value: &str) -> Option<Self> {
        if value.len() > LONGEST {
            return None;
        }
        let (_, rest) = value.split_once("nplurals")?;
        let rest = rest.trim_start().strip_prefix('=')?;
        let (number, rest) = rest.split_once(';')?;
        let n_forms = number.trim().parse().ok().filter(|n| *n > 0)?;
        let (_, rest) = rest.split_once("plural")?;
        let rest = rest.trim_start().strip_prefix('=')?;
        let expression = rest.split(';').next()?;
        let mut parser = Parser { rest: expression };
        let form = parser.choice(0)?;
        let is_whole = parser.rest.trim().is_empty();
        is_whole.then_some(Self { n_forms, form })
    }

    /// Returns the form that a number takes, or nothing where the expression divides by zero.
    pub fn form(&self, n: u64) -> Option<u64> {
        value(&self.form, n)
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn eat(&mut self, token: &str) -> bool {
        match self.rest.trim_start().strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn choice(&mut self, depth: usize) -> Option<Term> {
        if depth > DEEPEST {
            return None;
        }
        let condition = self.level(0, depth)?;
        if !self.eat("?") {
            return Some(condition);
        }
        let yes = self.choice(depth + 1)?;
        if !self.eat(":") {
            return None;
        }
        let no = self.choice(depth + 1)?;
        Some(Term::Choice(
            Box::new(condition),
            Box::new(yes),
            Box::new(no),
        ))
    }

    fn level(&mut self, level: usize, depth: usize) -> Option<Term> {
        let Some(operators) = LEVELS.get(level) else {
            return self.single(depth);
        };
        let mut left = self.level(level + 1, depth)?;
        let mut n_terms = 0;
        while let Some((_, operator)) = operators.iter().find(|(token, _)| self.eat(token)) {
            n_terms += 1;
            if n_terms > DEEPEST {
                return None;
            }
            let right = self.level(level + 1, depth)?;
            left = Term::Two(*operator, Box::new(left), Box::new(right));
        }
        Some(left)
    }

    fn single(&mut self, depth: usize) -> Option<Term> {
        if depth > DEEPEST {
            return None;
        }
        if self.eat("!") {
            return Some(Term::Not(Box::new(self.single(depth + 1)?)));
        }
        if self.eat("(") {
            let inner = self.choice(depth + 1)?;
            return self.eat(")").then_some(inner);
        }
        if self.eat("n") {
            return Some(Term::N);
        }
        let rest = self.rest.trim_start();
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (number, rest) = rest.split_at_checked(end)?;
        self.rest = rest;
        number.parse().ok().map(Term::Number)
    }
}

fn value(term: &Term, n: u64) -> Option<u64> {
    Some(match term {
        Term::Number(number) => *number,
        Term::N => n,
        Term::Not(inner) => u64::from(value(inner, n)? == 0),
        Term::Choice(condition, yes, no) => match value(condition, n)? {
            0 => value(no, n)?,
            _ => value(yes, n)?,
        },
        Term::Two(Operator::Or, left, right) => {
            u64::from(value(left, n)? != 0 || value(right, n)? != 0)
        }
        Term::Two(Operator::And, left, right) => {
            u64::from(value(left, n)? != 0 && value(right, n)? != 0)
        }
        Term::Two(operator, left, right) => {
            let (left, right) = (value(left, n)?, value(right, n)?);
            match operator {
                Operator::Or | Operator::And => return None,
                Operator::Equal => u64::from(left == right),
                Operator::Unequal => u64::from(left != right),
                Operator::Less => u64::from(left < right),
                Operator::More => u64::from(left > right),
                Operator::AtMost => u64::from(left <= right),
                Operator::AtLeast => u64::from(left >= right),
                Operator::Plus => left.wrapping_add(right),
                Operator::Minus => left.wrapping_sub(right),
                Operator::Times => left.wrapping_mul(right),
                Operator::Over => left.checked_div(right)?,
                Operator::Modulo => left.checked_rem(right)?,
            }
        }
    })
}
