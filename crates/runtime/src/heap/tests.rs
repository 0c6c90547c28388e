//! The heap: counters, limits, injected failures.

use super::size::SMALL_BYTES_MAX;
use super::*;

fn in_fresh_thread(body: impl FnOnce() + Send + 'static) {
    std::thread::spawn(body).join().expect("the thread's assertions hold");
}

#[test]
fn counters_follow_blocks_of_every_size() {
    in_fresh_thread(|| {
        let sizes = [1, 16, 17, 500, 513, 3584, 3585, 5000, 70_000, 1 << 20, 3 << 20];
        let blocks = sizes.map(|bytes| alloc(bytes).unwrap());
        let expected: usize = sizes.iter().map(|&bytes| block_bytes(bytes)).sum();
        with(|heap| {
            assert_eq!(heap.used_bytes(), expected);
            assert_eq!(heap.check().unwrap().live_bytes, expected);
        });
        for (block, bytes) in blocks.into_iter().zip(sizes) {
            // SAFETY: allocated above with this size.
            unsafe { free(block, bytes) };
        }
        with(|heap| {
            assert_eq!(heap.check().unwrap().live_bytes, 0);
            assert_eq!(heap.peak_bytes(), expected);
            assert_eq!(heap.real_peak_bytes(), (2 << 20) + (3 << 20));
        });
    });
}

#[test]
fn machine_code_finds_lists_and_counters() {
    in_fresh_thread(|| {
        let block = alloc(48).unwrap();
        // SAFETY: allocated above with this size.
        unsafe { free(block, 48) };
        with(|heap| {
            let start = NonNull::from(heap).cast::<u8>();
            let [free, used, peak] = Heap::OFFSETS.map(|offset| {
                // SAFETY: offsets of fields of the heap.
                unsafe { start.byte_add(offset) }.cast::<usize>()
            });
            // SAFETY: `free` is an array of one pointer per class, and 48 bytes are class 2.
            let list = unsafe { free.add(2).cast::<Option<NonNull<u8>>>() };
            // SAFETY: inside the heap.
            assert_eq!(unsafe { list.read() }, Some(block));
            // SAFETY: inside the heap.
            assert_eq!((unsafe { used.read() }, heap.used_bytes()), (0, 0));
            // SAFETY: inside the heap.
            assert_eq!(unsafe { peak.read() }, 48);
        });
    });
}

#[test]
fn resize_keeps_the_bytes() {
    in_fresh_thread(|| {
        let mut bytes = 16;
        let mut block = alloc(bytes).unwrap();
        // SAFETY: the block has 16 bytes.
        unsafe { block.write_bytes(7, 16) };
        while bytes < 8 << 20 {
            // SAFETY: `block` has `bytes` bytes.
            block = unsafe { resize(block, bytes, bytes * 2) }.unwrap();
            bytes *= 2;
            // SAFETY: the first 16 bytes were written.
            assert_eq!(unsafe { block.cast::<[u8; 16]>().read() }, [7; 16]);
            with(|heap| heap.check()).unwrap();
        }
        // SAFETY: as above.
        unsafe { free(block, bytes) };
        assert_eq!(with(Heap::used_bytes), 0);
    });
}

#[test]
fn the_limit_refuses_and_reports() {
    in_fresh_thread(|| {
        assert!(with(|heap| heap.set_limit(8 << 20)));
        assert_eq!(alloc(16 << 20), Err(Oom));
        let refusal = with(Heap::last_refusal);
        assert_eq!(refusal, Refusal { limit_bytes: 8 << 20, tried_bytes: 16 << 20 });
        let mut taken = 0;
        while alloc(SMALL_BYTES_MAX).is_ok() {
            taken += SMALL_BYTES_MAX;
        }
        assert!(taken > 7 << 20 && taken < 8 << 20, "{taken}");
        assert!(!with(|heap| heap.set_limit(1 << 20)));
        // SAFETY: no block is used after this.
        with(|heap| unsafe { heap.reset(1) });
        assert_eq!(with(Heap::real_bytes), 2 << 20);
        assert!(alloc(100).is_ok());
        with(|heap| heap.check()).unwrap();
    });
}

#[cfg(debug_assertions)]
#[test]
fn injected_failures_start_where_asked() {
    in_fresh_thread(|| {
        with(|heap| heap.fail_after(Some(2)));
        assert!(alloc(16).is_ok() && alloc(16).is_ok());
        assert_eq!(alloc(16), Err(Oom));
        with(|heap| heap.fail_after(None));
        assert!(alloc(16).is_ok());
    });
}
