//! One question to the database for all who ask the same at the same time, as everybody does who signs up for one event.

use sea_orm::DbErr;
use std::collections::HashMap;
use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Questions that somebody waits for. Each who asks gets an answer that was looked for after they had asked; nothing is kept for
/// those who come later. Cheap to clone.
pub(crate) struct Together<T>(Questions<T>);

type Questions<T> = Arc<Mutex<HashMap<String, Arc<Question<T>>>>>;

struct Question<T> {
    /// How many have asked.
    asked: AtomicU64,
    /// What was found last, and how many had asked before it was looked for. Held by whoever looks.
    found: tokio::sync::Mutex<Option<(u64, Result<T, DbErr>)>>,
}

/// Somebody who asks, until this is dropped.
struct Asking<'a, T> {
    questions: &'a Questions<T>,
    question: Arc<Question<T>>,
    what: &'a str,
}

impl<T: Clone> Together<T> {
    /// What `look` finds, or what somebody found who looked for the same in the meantime. What went wrong is shared as well, so that
    /// nobody waits for a database that is away once for each of those before them.
    pub(crate) async fn ask(&self, what: &str, look: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
        let asking = Asking::begin(&self.0, what);
        let before_me = asking.question.asked.fetch_add(1, Ordering::SeqCst);
        let mut found = asking.question.found.lock().await;
        if let Some((asked, found)) = &*found
            && before_me < *asked
        {
            return found.clone();
        }
        let asked = asking.question.asked.load(Ordering::SeqCst);
        let answer = look.await;
        *found = Some((asked, answer.clone()));
        answer
    }
}

impl<'a, T> Asking<'a, T> {
    fn begin(questions: &'a Questions<T>, what: &'a str) -> Self {
        let mut all = held(questions);
        let question = match all.get(what) {
            Some(question) => Arc::clone(question),
            None => {
                let question = Arc::new(Question { asked: AtomicU64::new(0), found: tokio::sync::Mutex::new(None) });
                all.insert(what.to_owned(), Arc::clone(&question));
                question
            }
        };
        drop(all);
        Self { questions, question, what }
    }
}

impl<T> Drop for Asking<'_, T> {
    fn drop(&mut self) {
        let mut all = held(self.questions);
        // Besides the list only this one has it, and others can only get it from the list.
        if Arc::strong_count(&self.question) == 2 {
            all.remove(self.what);
        }
    }
}

fn held<T>(questions: &Questions<T>) -> MutexGuard<'_, HashMap<String, Arc<Question<T>>>> {
    // Every change to it is one step, so whoever panicked left it whole.
    questions.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<T> Clone for Together<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Together<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

#[cfg(test)]
mod tests {
    use super::{Together, held};
    use futures::future::{join, join_all};
    use sea_orm::DbErr;
    use std::sync::atomic::{AtomicU32, Ordering};
    use tokio::sync::Semaphore;

    #[tokio::test]
    async fn all_who_wait_share_one_answer_that_was_looked_for_after_they_had_asked() {
        let (together, looks, gate) = (Together::default(), AtomicU32::new(0), Semaphore::new(0));
        let ask = |what: &'static str| {
            let (together, looks, gate) = (together.clone(), &looks, &gate);
            async move {
                let look = async {
                    let number = looks.fetch_add(1, Ordering::SeqCst);
                    gate.acquire().await.expect("it is open").forget();
                    Ok::<_, DbErr>(number)
                };
                together.ask(what, look).await
            }
        };
        let open = async { gate.add_permits(10) };
        let (answers, ()) = join(join_all((0..9).map(|_| ask("torg"))), open).await;
        let answers: Vec<u32> = answers.into_iter().map(|answer| answer.expect("an answer")).collect();
        // The first had begun to look before the others asked; they share the second look.
        assert_eq!(answers, [0, 1, 1, 1, 1, 1, 1, 1, 1]);
        assert_eq!(ask("torg").await, Ok(2), "whoever comes later gets a new answer");
        assert_eq!(ask("bylivet").await, Ok(3));
        assert!(held(&together.0).is_empty(), "nothing is kept");
    }

    #[tokio::test]
    async fn what_went_wrong_is_shared_and_not_kept() {
        let together = Together::<u32>::default();
        let away = || async { Err(DbErr::Custom("away".to_owned())) };
        let answers = join_all((0..3).map(|_| together.ask("torg", away()))).await;
        assert!(answers.iter().all(Result::is_err));
        assert_eq!(together.ask("torg", async { Ok(1) }).await, Ok(1));
    }

    #[tokio::test]
    async fn whoever_stops_waiting_leaves_nothing_behind() {
        let together = Together::<u32>::default();
        assert!(futures::FutureExt::now_or_never(together.ask("torg", std::future::pending())).is_none());
        assert!(held(&together.0).is_empty());
    }
}
