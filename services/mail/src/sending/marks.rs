//! Noting what becomes of letters. Those that end while others are being noted are noted together, in one transaction,
//! so that the disk is waited for once and not once for each.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bus::Bus;
use chrono::{DateTime, TimeDelta, Utc};
use host::Settings;
use proto::{EventId, RegistrationId};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use super::noting::note_all;
use crate::fate::{self, Attempt, Fate};
use crate::purpose::Purpose;
use crate::taking::InHand;

/// What became of a letter that is leased by `owner`.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) letter: Uuid,
    pub(super) owner: Uuid,
    pub(super) outcome: Outcome,
}

#[derive(Clone, Debug)]
pub(super) enum Outcome {
    /// The last dot is about to be written.
    DotWritten { until: DateTime<Utc> },
    /// The attempt is over.
    Over(Over),
}

#[derive(Clone, Debug)]
pub(super) struct Over {
    pub(super) fate: Fate,
    pub(super) trouble: Option<String>,
    pub(super) tries: i32,
    /// When a dot was written that may have arrived.
    pub(super) dot_at: Option<DateTime<Utc>>,
    pub(super) unanswered: i32,
    pub(super) put_off_since: Option<DateTime<Utc>>,
    pub(super) purpose: Purpose,
    pub(super) registration: Option<RegistrationId>,
    pub(super) event: Option<EventId>,
    /// It was said before that it reaches nobody.
    pub(super) given_up: bool,
    /// What the receiving domain has shown of itself.
    pub(super) domain: Option<Shown>,
}

/// That a domain asks for patience with everything, or takes letters again.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) takes: bool,
    /// How many times it had asked when the letter was taken in hand.
    pub(super) put_offs: i32,
}

impl Shown {
    fn by(letter: &InHand, attempt: &Attempt) -> Option<Self> {
        let takes = match attempt {
            Attempt::PutOffAll(_) => false,
            Attempt::Taken if letter.put_offs > 0 => true,
            _ => return None,
        };
        Some(Self { name: letter.route.domain.clone()?, takes, put_offs: letter.put_offs })
    }
}

impl Outcome {
    pub(super) fn of(letter: &InHand, attempt: &Attempt, dotted: bool, now: DateTime<Utc>, doubt: TimeDelta) -> Self {
        let fate = fate::after(
            attempt,
            letter.tries,
            letter.dot_at.is_some(),
            letter.put_off_since.unwrap_or(now),
            now,
            doubt,
        );
        let doubtful = dotted && matches!(attempt, Attempt::LostAfter(_));
        // Trying a server that is not there says nothing about the letter.
        let tries = letter.tries - i32::from(matches!(attempt, Attempt::Unreachable(_)));
        Self::Over(Over {
            fate,
            trouble: attempt.trouble().map(fate::without_addresses),
            tries,
            dot_at: if doubtful { Some(now) } else { letter.dot_at },
            unanswered: letter.unanswered + i32::from(doubtful),
            put_off_since: letter.put_off_since.or_else(|| attempt.is_put_off().then_some(now)),
            purpose: letter.purpose,
            registration: letter.registration,
            event: letter.event,
            given_up: letter.given_up,
            domain: Shown::by(letter, attempt),
        })
    }
}

/// Notes marks, many at once when there are many.
#[derive(Clone)]
pub(super) struct Marks {
    given: mpsc::Sender<Asked>,
    /// Something that happened is not noted yet.
    behind: Arc<AtomicBool>,
}

/// A mark, and who wants to know whether it is kept.
type Asked = (Mark, oneshot::Sender<bool>);

/// How many are noted together at most.
const TOGETHER: usize = 128;

/// The first pause before what could not be noted is tried again; each further one is twice as long.
const PAUSE: Duration = Duration::from_millis(100);
/// The longest pause.
const LONGEST: Duration = Duration::from_secs(5);

pub(super) fn begin(bus: Bus, settings: Arc<Settings>) -> (Marks, impl Future<Output = anyhow::Result<()>>) {
    let (given, mut taken) = mpsc::channel::<Asked>(TOGETHER);
    let behind = Arc::new(AtomicBool::new(false));
    let marks = Marks { given, behind: behind.clone() };
    // Ends when the last sender is gone, and so never before a letter in hand has been noted or given up.
    let noting = async move {
        let mut pause = PAUSE;
        // What has happened and could not be noted. Forgetting it would send a letter again that has arrived.
        let mut left: Vec<Asked> = Vec::new();
        let mut batch = Vec::new();
        loop {
            let open = tokio::select! {
                count = taken.recv_many(&mut batch, TOGETHER) => count > 0,
                () = tokio::time::sleep(pause), if !left.is_empty() => {
                    pause = (pause * 2).min(LONGEST);
                    batch.append(&mut left);
                    true
                }
            };
            if !open && left.is_empty() {
                return Ok(());
            }
            if !open {
                // Nobody has patience any more; this is the last try.
                batch.append(&mut left);
            }
            left.extend(note_each(&bus, &settings, std::mem::take(&mut batch)).await);
            behind.store(!left.is_empty(), Ordering::Release);
            if left.is_empty() {
                pause = PAUSE;
            } else if !open {
                tracing::error!(count = left.len(), "what became of letters was never noted");
                return Ok(());
            }
        }
    };
    (marks, noting)
}

/// Notes marks together, or one by one when that fails. Gives back those to be tried again.
async fn note_each(bus: &Bus, settings: &Settings, asked: Vec<Asked>) -> Vec<Asked> {
    let all: Vec<&Mark> = asked.iter().map(|(mark, _)| mark).collect();
    let together = note_all(bus, settings, &all).await;
    if let Err(error) = &together {
        tracing::warn!(error = %error, "what became of letters could not be noted");
    }
    let mut noted = together.unwrap_or_default().into_iter();
    let alone = asked.len() == 1;
    let mut left = Vec::new();
    for (mark, answer) in asked {
        let kept = match noted.next() {
            Some(kept) => Some(kept),
            None if alone => None,
            None => note_all(bus, settings, &[&mark]).await.ok().and_then(|noted| noted.first().copied()),
        };
        match (kept, &mark.outcome) {
            // Whoever asked may be gone; the mark stands all the same.
            (Some(kept), _) => drop(answer.send(kept)),
            // The dot is not written without it, and the letter is tried again in peace.
            (None, Outcome::DotWritten { .. }) => drop(answer.send(false)),
            (None, Outcome::Over(_)) => left.push((mark, answer)),
        }
    }
    left
}

impl Marks {
    /// True when the mark is kept: the letter was still in the hands of its owner.
    pub(super) async fn note(&self, mark: Mark) -> bool {
        let (answer, noted) = oneshot::channel();
        self.given.send((mark, answer)).await.is_ok() && noted.await.unwrap_or(false)
    }

    /// True while something that happened is not noted. Nothing new should be begun before it is.
    pub(super) fn is_behind(&self) -> bool {
        self.behind.load(Ordering::Acquire)
    }
}
