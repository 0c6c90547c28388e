<html><?php foreach ($items as $key => $item): ?>
<li class="<?= $item["class"] ?>"><?= htmlspecialchars("{$item->name} ({$key})") ?></li>
<?php endforeach; ?></html>
