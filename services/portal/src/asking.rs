//! Asks the DNS what a judgement of a sender has to know.

use crate::sender::{Answer, Answers, Findings, Kind, Question, Sender, judge};
use futures::future::join_all;
use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// How long a question may take.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long all of them may take together; what is open then counts as not answered.
const ALTOGETHER: Duration = Duration::from_secs(10);
/// Of what stands at a name, no more is read than so many records and characters of each: some names hold hundreds.
const MOST_RECORDS: usize = 50;
const LONGEST_RECORD: usize = 4_000;

/// Asks until the judgement can be made, which always can: a question that nobody answers has an answer too.
pub(crate) async fn findings(server: Option<SocketAddr>, sender: &Sender) -> Findings {
    let resolver = match resolver(server) {
        Ok(resolver) => Some(resolver),
        Err(error) => {
            tracing::warn!(%error, "the DNS cannot be asked");
            None
        }
    };
    let until = Instant::now() + ALTOGETHER;
    let mut answers = Answers::new();
    loop {
        let questions = match judge(sender, &answers) {
            Ok(findings) => return findings,
            Err(questions) => questions,
        };
        let asked = questions.into_iter().map(|question| async {
            let answer = match &resolver {
                Some(resolver) => answer(resolver, &question, until.min(Instant::now() + PATIENCE)).await,
                None => Answer::Silent,
            };
            (question, answer)
        });
        answers.extend(join_all(asked).await);
    }
}

/// Without a cache: who has just had a record changed wants to see it.
fn resolver(server: Option<SocketAddr>) -> Result<TokioResolver, NetError> {
    let mut builder = match server {
        None => TokioResolver::builder_tokio()?,
        Some(address) => {
            let ways = [ConnectionConfig::udp(), ConnectionConfig::tcp()].map(|mut way| {
                way.port = address.port();
                way
            });
            let server = NameServerConfig::new(address.ip(), true, ways.into());
            let config = ResolverConfig::from_parts(None, Vec::new(), vec![server]);
            TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
        }
    };
    let options = builder.options_mut();
    options.cache_size = 0;
    options.use_hosts_file = ResolveHosts::Never;
    options.attempts = 1;
    options.timeout = PATIENCE / 2;
    builder.build()
}

async fn answer(resolver: &TokioResolver, question: &Question, until: Instant) -> Answer {
    let asked = async {
        match question.kind {
            Kind::Txt => records(resolver, question, RecordType::TXT).await,
            Kind::Mx => records(resolver, question, RecordType::MX).await,
            Kind::Address => {
                let (v4, v6) = tokio::join!(
                    records(resolver, question, RecordType::A),
                    records(resolver, question, RecordType::AAAA)
                );
                both(v4, v6)
            }
        }
    };
    timeout_at(until, asked).await.unwrap_or(Answer::Silent)
}

/// What is known of both kinds of addresses. An address is one, whatever the other question came to.
fn both(v4: Answer, v6: Answer) -> Answer {
    match (v4, v6) {
        (Answer::Addresses(mut all), Answer::Addresses(others)) => {
            all.extend(others);
            Answer::Addresses(all)
        }
        (Answer::Silent, _) | (_, Answer::Silent) => Answer::Silent,
        (some @ Answer::Addresses(_), _) | (_, some) => some,
    }
}

async fn records(resolver: &TokioResolver, question: &Question, kind: RecordType) -> Answer {
    // With the dot at the end nothing of our own network is tried behind it.
    let Ok(mut name) = Name::from_ascii(&question.name) else { return Answer::Nothing };
    name.set_fqdn(true);
    let found = match resolver.lookup(name, kind).await {
        Ok(found) => found,
        Err(error) if error.is_nx_domain() => return Answer::NoSuchName,
        Err(error) if error.is_no_records_found() => return Answer::Nothing,
        Err(_) => return Answer::Silent,
    };
    let data = || found.answers().iter().map(|record| &record.data).take(MOST_RECORDS);
    let texts: Vec<String> = data()
        .filter_map(|data| if let RData::TXT(text) = data { Some(plain(&text.txt_data)) } else { None })
        .collect();
    let servers: Vec<String> =
        data().filter_map(|data| if let RData::MX(mx) = data { Some(host(&mx.exchange)) } else { None }).collect();
    let addresses: Vec<IpAddr> = data().filter_map(RData::ip_addr).collect();
    match (texts.is_empty(), servers.is_empty(), addresses.is_empty()) {
        (false, ..) => Answer::Txt(texts),
        (_, false, _) => Answer::Mx(servers),
        (.., false) => Answer::Addresses(addresses),
        _ => Answer::Nothing,
    }
}

/// A record's strings are one text (RFC 7208 3.3). Nothing that these records are about is more than ASCII.
fn plain(strings: &[Box<[u8]>]) -> String {
    let bytes = strings.iter().flatten().take(LONGEST_RECORD);
    bytes.map(|byte| if byte.is_ascii_graphic() || *byte == b' ' { char::from(*byte) } else { '\u{fffd}' }).collect()
}

fn host(name: &Name) -> String {
    let name = name.to_lowercase().to_ascii();
    if name == "." { name } else { name.trim_end_matches('.').to_owned() }
}
