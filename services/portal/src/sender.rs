//! Decides what the DNS says about the address that an organisation's letters come from: whether our letters are allowed in its
//! name, and whether answers to them arrive.
//!
//! What is asked is a matter of what was answered before, so a judgement is either made, or says what it has to know first.

pub mod dkim;
mod dmarc;
mod mx;
mod spf;

use host::SpfTerm;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::net::IpAddr;
use url::Host;

/// What can be asked of the DNS about a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Txt,
    Mx,
    /// A and AAAA.
    Address,
}

/// A question to the DNS. The name is in small letters, without a dot at the end.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    pub name: String,
    pub kind: Kind,
}

/// What the DNS answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Txt(Vec<String>),
    /// The names of mail servers; `.` where the domain takes no mail (RFC 7505).
    Mx(Vec<String>),
    Addresses(Vec<IpAddr>),
    /// Nothing of that kind.
    Nothing,
    NoSuchName,
    /// It could not be asked, or took too long.
    Silent,
}

/// What has been asked so far.
pub type Answers = HashMap<Question, Answer>;

/// What is known of a sender without asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Of the address that letters come from.
    pub domain: String,
    /// Of the address that letters come back to which cannot be delivered, for which receivers look SPF up.
    pub returns: String,
    /// What an SPF record has that allows the servers that letters leave from. None when nobody has said.
    pub servers: Vec<SpfTerm>,
    /// How letters are signed, if they are signed here.
    pub signing: Option<dkim::Signing>,
}

/// How it stands with one kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    Good,
    /// There is a record, and it is against us or of no use.
    Bad,
    Missing,
    /// We do not know enough to say.
    Unclear,
    /// The DNS could not be asked.
    Unasked,
}

/// What was found about one kind of record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub standing: Standing,
    /// The end of the key of the words that say it.
    pub word: String,
    /// Where the record stands.
    pub name: String,
    /// The records that are there.
    pub found: Vec<String>,
    /// What ought to stand there instead.
    pub wanted: Option<Wanted>,
}

/// A record that the organisation can ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    pub name: String,
    pub value: String,
}

/// Everything that was found about a sender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    pub domain: String,
    pub mx: Finding,
    pub spf: Finding,
    pub dkim: Finding,
    pub dmarc: Finding,
}

/// Something has to be asked before it can be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ask(Question);

impl Finding {
    fn new(standing: Standing, word: &str, name: &str, found: Vec<String>) -> Self {
        Self { standing, word: word.to_owned(), name: name.to_owned(), found, wanted: None }
    }

    fn wanting(self, value: String) -> Self {
        let wanted = Some(Wanted { name: self.name.clone(), value });
        Self { wanted, ..self }
    }
}

/// Judges a sender, or says all that has to be asked first.
pub fn judge(sender: &Sender, answers: &Answers) -> Result<Findings, Vec<Question>> {
    let spf = spf::judge(sender, answers);
    let dkim = dkim::judge(sender, answers);
    let mx = mx::judge(sender, answers);
    let dmarc = dmarc::find(&sender.domain, answers);
    match (spf, dkim, mx, dmarc) {
        (Ok(spf), Ok(dkim), Ok(mx), Ok(policy)) => {
            let dmarc = dmarc::judge(sender, &spf, &dkim, policy);
            Ok(Findings { domain: sender.domain.clone(), mx, spf, dkim, dmarc })
        }
        (spf, dkim, mx, dmarc) => {
            let missing = [spf.err(), dkim.err(), mx.err(), dmarc.err()];
            Err(missing.into_iter().flatten().map(|Ask(question)| question).collect())
        }
    }
}

/// What was answered. Names that are nobody's but a network's own are never asked: whoever writes a record could otherwise
/// find out what is in ours.
fn answered<'a>(answers: &'a Answers, name: &str, kind: Kind) -> Result<&'a Answer, Ask> {
    if !is_public(name) {
        return Ok(&Answer::Nothing);
    }
    let question = Question { name: name.to_owned(), kind };
    answers.get(&question).ok_or(Ask(question))
}

/// The domain of an address as the DNS knows it, if it is one that everybody may ask for.
pub fn domain(address: &str) -> Option<String> {
    let (_, domain) = address.rsplit_once('@')?;
    let Ok(Host::Domain(domain)) = Host::parse(domain) else { return None };
    let domain = domain.trim_end_matches('.').to_owned();
    is_public(&domain).then_some(domain)
}

/// Ends of names that mean something in one network only (RFC 6761, RFC 6762 appendix G, RFC 9476), or are no domains of anybody.
const OWN_NETWORK: [&str; 12] = [
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
    "onion",
    "alt",
    "arpa",
];

fn is_public(name: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
    };
    let Some((_, last)) = name.rsplit_once('.') else { return false };
    let number = last.bytes().all(|byte| byte.is_ascii_digit());
    name.len() <= 253 && name.split('.').all(label) && !number && !OWN_NETWORK.contains(&last)
}

/// True when one of two domains is the other, or below it. Receivers look for the domain that somebody owns (RFC 7489 3.1.1);
/// neighbours below one such are not taken for its here, since only a list would tell `oslo.kommune.no` from `www.etat.no`.
fn aligned(one: &str, other: &str, strict: bool) -> bool {
    let below = |name: &str, above: &str| name.strip_suffix(above).is_some_and(|rest| rest.ends_with('.'));
    one == other || (!strict && (below(one, other) || below(other, one)))
}

#[cfg(test)]
mod tests;
