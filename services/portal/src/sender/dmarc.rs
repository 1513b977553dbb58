//! What receivers are asked to do with letters that nothing vouches for (RFC 7489).

use super::dkim::tag;
use super::{Answer, Answers, Ask, Finding, Kind, Sender, Standing, aligned, answered};

/// What stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Policy {
    Record { name: String, record: String },
    Several { name: String, records: Vec<String> },
    Missing,
    Silent,
}

/// Looks for the policy at the domain, and then above it.
pub(super) fn find(domain: &str, answers: &Answers) -> Result<Policy, Ask> {
    let mut at = domain;
    loop {
        let name = format!("_dmarc.{at}");
        let records = match answered(answers, &name, Kind::Txt)? {
            Answer::Silent => return Ok(Policy::Silent),
            Answer::Txt(records) => records.iter().filter(|record| is_policy(record)).cloned().collect(),
            _ => Vec::new(),
        };
        match records.as_slice() {
            [record] => return Ok(Policy::Record { name, record: record.clone() }),
            [] => {}
            _ => return Ok(Policy::Several { name, records }),
        }
        match at.split_once('.') {
            Some((_, above)) if above.contains('.') => at = above,
            _ => return Ok(Policy::Missing),
        }
    }
}

fn is_policy(record: &str) -> bool {
    record
        .split(';')
        .next()
        .and_then(|first| first.split_once('='))
        .is_some_and(|(name, value)| name.trim() == "v" && value.trim() == "DMARC1")
}

/// Decides whether our letters meet the policy: signed or sent in the name of the domain itself.
pub(super) fn judge(sender: &Sender, spf: &Finding, dkim: &Finding, policy: Policy) -> Finding {
    let own = format!("_dmarc.{}", sender.domain);
    let (name, record) = match policy {
        Policy::Silent => return Finding::new(Standing::Unasked, "unasked", &own, Vec::new()),
        Policy::Missing => {
            let finding = Finding::new(Standing::Missing, "missing", &own, Vec::new());
            return finding.wanting("v=DMARC1; p=none".to_owned());
        }
        Policy::Several { name, records } => return Finding::new(Standing::Bad, "several", &name, records),
        Policy::Record { name, record } => (name, record),
    };
    let below = (name != own).then(|| tag(&record, "sp")).flatten();
    let asked = below.or_else(|| tag(&record, "p")).unwrap_or_default().to_ascii_lowercase();
    let strict = |name| tag(&record, name).is_some_and(|how| how.eq_ignore_ascii_case("s"));
    let by_spf = Some(sender.returns.as_str()).filter(|domain| aligned(domain, &sender.domain, strict("aspf")));
    let signs = sender.signing.as_ref().map(|signing| signing.domain.to_ascii_lowercase());
    let by_dkim = signs.filter(|domain| aligned(domain, &sender.domain, strict("adkim")));
    let vouches = |counts: bool, finding: &Finding| if counts { finding.standing } else { Standing::Bad };
    // Without a key here the mail server may still sign.
    let signed = if sender.signing.is_none() { Standing::Unclear } else { vouches(by_dkim.is_some(), dkim) };
    let (standing, word) = match (vouches(by_spf.is_some(), spf), signed) {
        _ if !matches!(asked.as_str(), "none" | "quarantine" | "reject") => (Standing::Bad, "faulty".to_owned()),
        (Standing::Good, _) | (_, Standing::Good) => (Standing::Good, "meets".to_owned()),
        (Standing::Unclear | Standing::Unasked, _) | (_, Standing::Unclear | Standing::Unasked) => {
            (Standing::Unclear, "unclear".to_owned())
        }
        _ => (Standing::Bad, format!("fails-{asked}")),
    };
    Finding::new(standing, &word, &name, vec![record])
}
